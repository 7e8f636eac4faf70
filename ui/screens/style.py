"""The style sheet. Colours come as pairs (light, dark);
the parliaments differ in sign and border, not only colour."""

SHEET = """
<style>
:root { color-scheme: light dark; }
.stApp {
  --flemish: light-dark(#7a5200, #e3b95b);
  --dutch: light-dark(#1d4f91, #93b9f2);
  --quiet: light-dark(#565f63, #a9b3b3);
  --line: light-dark(#c9cdc8, #414a4c);
  --mark: light-dark(#ffe9a3, #6b5512);
  --mark-text: light-dark(#1d2326, #fff7df);
  --raised: light-dark(#ffffff, #1b2022);
}
/* Streamlit's own furniture that says nothing to our users. */
[data-testid="stToolbar"] [data-testid="stMainMenu"], [data-testid="stAppDeployButton"],
[data-testid="stDecoration"], footer { display: none; }
[data-testid="stHeader"] { display: none; }
.block-container { max-width: 76rem; padding-top: 1.4rem; padding-bottom: 4rem; }
.st-key-head { border-bottom: 1px solid var(--line); padding-bottom: .6rem; }
.st-key-head > div:first-child { width: auto; flex: 0 0 auto; }
.st-key-pages { flex: 1 1 auto; }
.st-key-pages a[aria-current="page"] p { font-weight: 650; }
.st-key-page_narrow { max-width: 50rem; }
h1, h2, h3, h4 { letter-spacing: -0.005em; }
.lk { font-size: 1rem; line-height: 1.55; }
.lk p { margin: 0 0 .6rem; }
.lk a { color: light-dark(#0b5a5a, #8fd4cc); text-underline-offset: .2em; }
.lk .quiet, .lk.quiet { color: var(--quiet); font-size: .9rem; }
.lk h2 { font-size: 1.25rem; font-weight: 650; margin: .2rem 0 .5rem; padding: 0; line-height: 1.3; }
.lk h3 { font-size: 1.05rem; font-weight: 650; margin: .8rem 0 .4rem; padding: 0; }
.lk h4 { font-size: .95rem; font-weight: 650; margin: .6rem 0 .3rem; padding: 0; }
.voice { display: flex; align-items: baseline; gap: .5rem; border-bottom: 2px solid var(--line);
  padding-bottom: .25rem; }
.voice h2 { margin: 0; }
.voice .sign { font-size: 1.1rem; line-height: 1; }
.flemish .sign { color: var(--flemish); }
.dutch .sign { color: var(--dutch); }
.voice.flemish { border-bottom: 3px solid var(--flemish); }
.voice.dutch { border-bottom: 3px double var(--dutch); }
.claim { padding: .1rem 0 0 .9rem; border-left: 3px solid var(--line); }
.claim.flemish { border-left: 3px solid var(--flemish); }
.claim.dutch { border-left: 4px double var(--dutch); }
.claim.member { border-left-style: dotted; border-left-color: var(--quiet); }
.claim, .passage, .state p { max-width: 46rem; }
.claim blockquote { margin: .15rem 0 .35rem; padding: 0; border: 0; color: inherit; }
.claim.latest blockquote { font-size: 1.1rem; line-height: 1.5; }
.claim .standing { font-weight: 650; margin: 0; }
.claim.earlier .standing, .claim.member .standing, .claim.plain .standing { font-weight: 500; color: var(--quiet); }
.claim .tag { display: inline-block; border: 1px solid currentColor; border-radius: .2rem; padding: 0 .35rem;
  font-size: .82rem; margin-right: .4rem; }
.claim .who { color: var(--quiet); font-size: .9rem; margin: 0; }
/* Sources are buttons that read as references. */
[class*="st-key-cite_"] button { text-align: left; justify-content: flex-start;
  padding: .1rem .2rem .1rem .9rem; min-height: 1.75rem;
  text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; font-size: .9rem; }
[class*="st-key-cite_"] button p { font-size: .9rem; text-align: left; }
[class*="st-key-cite_"] button:hover, [class*="st-key-cite_"] button:active, [class*="st-key-cite_"] button:focus,
[class*="st-key-clear_"] button:hover { color: light-dark(#0b5a5a, #8fd4cc) !important; }
[class*="st-key-cite_open"] button { font-weight: 650; text-decoration-thickness: 2px; }
[class*="st-key-example_"] button { text-align: left; }
.st-key-understood { align-items: center; gap: .5rem; }
.st-key-understood > * { width: auto !important; flex: 0 1 auto !important; }
.st-key-understood p { margin: 0; }
.st-key-understood button { min-height: 2rem; padding: .1rem .7rem; border-radius: 999px; }
.st-key-understood button p { font-size: .875rem; }
button:focus-visible, a:focus-visible, summary:focus-visible, input:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid light-dark(#0b5a5a, #7cc7bf) !important; outline-offset: 2px; }
[data-testid="stButtonGroup"] button[data-selected="true"] p {
  color: light-dark(#0b4a4a, #b9e6df); font-weight: 600; }
.lk table.counts caption { text-align: left; color: var(--quiet); padding: 0 0 .3rem; caption-side: top; }
table.counts th.n { text-align: right; }
/* The source beside the answer. */
.st-key-source_pane { scroll-margin-top: .5rem; background: var(--raised); border: 1px solid var(--line);
  border-radius: .4rem; padding: 1rem 1.1rem; }
.source mark, .passage mark { background: var(--mark); color: var(--mark-text); padding: .05em .1em;
  border-radius: .15em;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.source .block { border-left: 3px solid var(--line); padding-left: .9rem; margin: 0 0 .9rem; }
.source .block.here { border-left-color: light-dark(#b38600, #c9a227); }
.source .name { color: var(--quiet); font-size: .88rem; font-weight: 600; margin: 0 0 .2rem; }
.source p, .source dd, .claim blockquote, .passage blockquote { overflow-wrap: anywhere; }
.source details { margin: .4rem 0; } .source summary { cursor: pointer; padding: .25rem 0; font-weight: 550; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .3rem 0 .8rem; padding: 0;
  font-size: .9rem; }
dl.facts dt { color: var(--quiet); margin: 0; font-weight: 400; } dl.facts dd { margin: 0; }
.lk dl.facts, .lk dl.facts * { margin-left: 0; }
.state { border: 1px solid var(--line); border-radius: .4rem; padding: 1rem 1.2rem; margin: .4rem 0 1rem; }
.state.declined { border-left: 4px solid var(--quiet); }
.passage { border-top: 1px solid var(--line); padding-top: .7rem; }
.passage blockquote { margin: .2rem 0 .3rem; padding: 0; border: 0; color: inherit; }
table.counts { border-collapse: collapse; width: 100%; font-size: .92rem; } table.counts td, table.counts th {
  text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
table.counts td.n { text-align: right; font-variant-numeric: tabular-nums; }
.lk h2.small { font-size: .95rem; font-weight: 600; color: var(--quiet); margin: .6rem 0 0; }
.note { margin: 0; }
.lk.note { font-size: .85rem; }
.brand { font-weight: 700; font-size: 1.5rem; margin: 0; line-height: 1.2; }
@media (min-width: 900px) {
  .st-key-source_pane { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; }
}
@media (max-width: 599px) {
  .st-key-head .st-key-pages, .st-key-head :has(> .st-key-pages) { order: 3; flex: 1 0 100%; }
}
@media (max-width: 899px) {
  .st-key-beside > [data-testid="stLayoutWrapper"] > [data-testid="stHorizontalBlock"],
  .st-key-beside > [data-testid="stHorizontalBlock"] { flex-direction: column-reverse; }
  .st-key-beside [data-testid="stColumn"] { width: 100% !important; flex: 1 1 100% !important; min-width: 0; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important;
  scroll-behavior: auto !important; } }
@media print { header, .st-key-question_box, [data-testid="stForm"] { display: none !important; } }
</style>
"""
