"""Bytes to lines, and lines to final text.

read.py          extract(): the one way in; sniff.py tells the type from the bytes
lines.py         what every format gives
pdf.py text.py   printed pages; pdf_lines.py gathers pypdf's pieces, encoding.py decodes
printed.py       printed lines; page_lines.py turns them into lines, by way of
                 furniture.py (heads, feet, page numbers), footnotes.py and footmarks.py (notes and their marks)
docx.py          Word; docx_text.py, docx_numbering.py, docx_notes.py, endnotes.py ("1) ..." under a question)
html.py          web pages; html_content.py keeps their content and takes out notes
official_xml.py  officiele-publicatie; safe_xml.py parses what strangers send
office.py ocr.py other programs, where installed, through programs.py
joining.py       join_lines(): final text with its pages; hyphens.py decides on line-end hyphens
quality.py       does it look like text
"""
