"""Lines to a parsed document: pure functions, one module per thing a reader looks for.

choose.py          which parser reads a document; kinds.py tells its form from its text
number_sets.py     "Vraag 3, 4 en 5", "8, 9.", "t/m": numbers and the headings that carry them
chains.py          which numbered lines are questions or answers, and which are lists inside them
pairing.py         questions and answers by sets of numbers; answers.py: what an answer is by its words
tk_question.py     Kamervragen: tk_header.py, tk_numbers.py, notices.py, typed_notes.py; the lines told apart by
                   question_lines.py (with headings) and unheaded.py (without) into question_parts.py
vp_question.py     Vlaamse schriftelijke vragen: vp_header.py
letter.py          letters: letter_frame.py
report.py          reports and spoken questions: transcript.py
policy_note.py, press.py, motion.py   with paper_head.py (front pages) and headed.py (text under headings)
generic.py         anything else; never fails
blocks.py          blocks of lines to sections with final text: nothing lost, nothing doubled
people.py          askers, addressees, answerers; names.py: keys under which printed names meet
dates.py, numbers.py, references.py   Dutch dates, official numbers, other documents named in the text
"""
