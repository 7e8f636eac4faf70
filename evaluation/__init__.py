"""The programs that measure.

pairs/       question-answer pairs, kinds, dates, numbers and people against hand-checked labels
answers/     answers against judged questions
retrieval/   ranking against judged queries, beside what others do
bench/       speed of indexing and search
screens/     pictures of every state of the screens
"""
