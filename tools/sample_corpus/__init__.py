"""Writes `corpus/sample/`: fictional parliamentary documents in the forms of the real ones.

| module | holds |
| --- | --- |
| `source` | a text file of `texts/` read into settings and blocks |
| `lines` | inline marks, line breaking and the line-end hyphens of printed pieces |
| `pages` | blocks set on pages, with footnotes at the foot of the page that names them |
| `pdf` | the printed forms: Aanhangsel, Kamervragen, Kamerstuk, ministry letter, Flemish papers |
| `txt` | Flemish written questions as their extracted text |
| `word` | WordprocessingML parts: paragraphs, numbering, footnotes, tables |
| `docx` | the forms that come as DOCX |
| `web` | the pages and XML of the official publications, and a plain web page |
| `build` | which form writes which file, and `documents.toml` |
"""
