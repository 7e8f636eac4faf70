"""Words that say nothing about a subject, chosen for questions and answers of parliaments.

Negation, quantity and time words that change what is asked ("niet", "meer", "sinds") say little about the subject
too and are left out of search; they stay in every quote. "Minister", "mevrouw" and "collega" stand in every debate.
"""

DUTCH = frozenset(
    """de het een en of dat die dit deze als dan er ook niet wel nog al maar want dus toch zo hoe wat wie waar wanneer
    waarom welk welke in op aan van voor met door bij te ten ter naar om uit over tot onder tegen na sinds tijdens
    ik jij je hij zij ze wij we jullie u uw hun hen haar zijn mijn ons onze is was ben bent waren wordt worden werd
    werden heeft hebben hebt had hadden zal zullen zult zou zouden kan kunnen kunt kon konden mag mogen moet moeten
    wil willen wilt geen daar hier mijnheer mevrouw minister heer collega 's 't t s m n z'n
    nr""".split()
)
ENGLISH = frozenset(
    """the a an and or of to in on at for with by from as is are was were be been being has have had do does did will
    would shall should can could may might must not no this that these those it its he she they we you i his her
    their our your my who whom which what when where how why there than then so if but into about over under between
    during such also any all each other more most some very up out off s t don doesn please me him them
    am cannot get ve ll d re m many much just only too again once here both own same few because while until please
    whether yet already ever""".split()
)
FRENCH = frozenset(
    """le la les l un une des du de d et ou a au aux en dans sur pour par avec sans sous est sont etait ete etre ont
    avoir qui que qu quoi dont ce cet cette ces se s sa son ses leur leurs nous vous il elle ils elles on ne pas plus
    y n c j je me m mon ma mes notre nos votre vos entre vers chez lors comme si mais""".split()
)
