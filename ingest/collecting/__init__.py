"""Keeping the corpus in step with a source: list, take, and an honest report.

``order`` what a run is asked to do; ``listing`` pages of records into the catalog, and which pieces they make due;
``windows`` what a source no longer shows; ``taking`` the files of due pieces through the pipeline; ``run`` the whole;
``report`` what came of it.

A run may be killed at any moment. A page and the cursor after it are one transaction, a document another, and a piece
is marked as taken only after its document is stored; so the next run goes on where this one stopped, and what was
done twice changes nothing.
"""
