/** The style of the page. Colours are named by what they say, once for light and once for dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfbf9; --card: #ffffff; --ink: #1d2126; --quiet: #565f6b; --line: #dfe2e6; --code: #f3f4f1;
  --accent: #1f5fbf; --mark: #fff1b8; --mark-ink: #1d2126;
  --good: #14693c; --good-bar: #2f8a58; --bad-bar: #c8483e; --rest-bar: #8b95a1; --good-soft: #e2f2e8; --bad: #a8231c; --bad-soft: #fbe6e3; --known: #7a5200; --known-soft: #fbf0d6;
  --other: #565f6b; --other-soft: #eceef0;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1b1f23; --ink: #e6e8ea; --quiet: #a3abb5; --line: #323840; --code: #12151a;
    --accent: #8ab4f8; --mark: #5a4a12; --mark-ink: #fff6d6;
    --good: #7ddba3; --good-bar: #3f9c69; --bad-bar: #d4574d; --rest-bar: #6b7580; --good-soft: #17301f; --bad: #ff9d94; --bad-soft: #3a1c1a; --known: #f0c36a; --known-soft: #33290f;
    --other: #a3abb5; --other-soft: #262b31;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 var(--sans); }
main, .top { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
.top { padding-top: 2rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1rem; font-weight: 600; color: var(--quiet); margin: 0 0 .75rem; letter-spacing: .01em; }
h2 { font-size: 1.3rem; margin: 3rem 0 .9rem; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: .95rem; margin: 1.25rem 0 .4rem; }
p { margin: .5rem 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
code, pre, kbd { font-family: var(--mono); font-size: .86em; }
code { overflow-wrap: anywhere; }
pre { margin: 0; padding: .7rem .9rem; background: var(--code); border: 1px solid var(--line); border-radius: 8px;
  white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
kbd { border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; padding: 0 .35em; background: var(--card); }
.quiet { color: var(--quiet); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem .75rem; z-index: 9; }

.verdict { border: 1px solid var(--line); border-left: 8px solid var(--tone); border-radius: 12px; background: var(--card);
  padding: 1.35rem 1.5rem; }
.verdict .grade { font-size: clamp(1.75rem, 5vw, 2.6rem); font-weight: 700; letter-spacing: -.02em; line-height: 1.15;
  color: var(--tone); margin: 0; }
.verdict ul { margin: .5rem 0 0; padding-left: 1.15rem; }
.facts { display: flex; flex-wrap: wrap; gap: .35rem 2rem; margin: 1.1rem 0 0; padding: 0; }
.facts div { display: flex; flex-direction: column; min-width: 6rem; }
.facts dt { font-size: .78rem; color: var(--quiet); }
.facts dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.good { --tone: var(--good); --soft: var(--good-soft); } .bad { --tone: var(--bad); --soft: var(--bad-soft); }
.known { --tone: var(--known); --soft: var(--known-soft); } .other { --tone: var(--other); --soft: var(--other-soft); }
.warning { border: 1px solid var(--bad); background: var(--bad-soft); border-radius: 10px; padding: .8rem 1.1rem; margin: 1rem 0; }

.bar { position: sticky; top: 0; z-index: 5; background: var(--paper); border-bottom: 1px solid var(--line); margin-top: 1.25rem; }
.bar > div { max-width: 62rem; margin: 0 auto; padding: .55rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; }
.bar nav { display: flex; flex-wrap: wrap; gap: .1rem .9rem; font-size: .9rem; }
.bar nav a { text-decoration: none; padding: .15rem 0; }
.bar nav a:hover { text-decoration: underline; }
.find { display: none; margin-left: auto; gap: .4rem; align-items: center; }
.js .find { display: flex; }
input, select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--card); border: 1px solid var(--quiet);
  border-radius: 7px; padding: .25rem .55rem; }
input { width: 12rem; max-width: 45vw; }
button { cursor: pointer; } button:hover { border-color: var(--accent); color: var(--accent); }
.copy { display: none; } .js .copy { display: inline-block; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .8rem 0 .2rem; }
.none { display: none; }

.state { display: inline-flex; gap: .4em; align-items: baseline; color: var(--tone); font-weight: 600; white-space: nowrap; font-size: .88rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: .6rem 0; }
.card > summary { padding: .7rem 1rem; cursor: pointer; display: grid; grid-template-columns: 1.2rem 1fr; gap: .1rem .4rem; list-style: none; border-radius: 10px; }
.card > summary::-webkit-details-marker { display: none; }
.card > summary::before { content: "▸"; color: var(--quiet); grid-row: 1; } .card[open] > summary::before { content: "▾"; }
.card > summary:hover { background: var(--other-soft); }
.card .title { font-weight: 600; overflow-wrap: anywhere; } .card .line { grid-column: 2; color: var(--quiet); font-size: .92rem; overflow-wrap: anywhere; }
.card > .inside { padding: 0 1.1rem 1.1rem; border-top: 1px solid var(--line); }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(21rem, 100%), 1fr)); gap: .8rem; }
.two > * { min-width: 0; } figure { margin: 0; } figcaption { font-size: .82rem; color: var(--quiet); margin-bottom: .25rem; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 3px; padding: .1em .15em; margin: 0 -.15em; }
blockquote { margin: .5rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line); color: var(--quiet); }
.diff span { display: block; padding: 0 .35rem; margin: 0 -.35rem; border-radius: 3px; min-height: 1.5em; }
.diff .minus { background: var(--bad-soft); color: var(--bad); } .diff .plus { background: var(--good-soft); color: var(--good); }
.diff .fold { color: var(--quiet); }
.pair { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; margin: .75rem 0; }
.pair dt { color: var(--quiet); } .pair dd { margin: 0; overflow-wrap: anywhere; }

.bars { list-style: none; margin: 0; padding: 0; display: grid; gap: .3rem; }
.bars li { display: grid; grid-template-columns: 11rem 1fr 12rem; gap: .2rem 1rem; align-items: center; }
.bars .name { overflow-wrap: anywhere; }
.bars .number { font-variant-numeric: tabular-nums; font-size: .88rem; color: var(--quiet); text-align: right; }
.bars svg { display: block; width: 100%; height: .75rem; border-radius: 4px; background: var(--other-soft); }
.bars .pass { fill: var(--good-bar); } .bars .fail { fill: var(--bad-bar); } .bars .rest { fill: var(--rest-bar); }

table { border-collapse: collapse; width: 100%; font-size: .93rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .4rem; }
th { text-align: left; font-size: .8rem; color: var(--quiet); font-weight: 600; }
th, td { padding: .42rem .6rem .42rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 0; }
tr:target td, tr.at td { background: var(--mark); color: var(--mark-ink); }
tr:target a, tr.at a, tr:target .state, tr.at .state, tr:target .quiet, tr.at .quiet { color: inherit; }

.map { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .4rem 1.1rem 1rem; }
.map p { margin: .35rem 0; }
.sentence { color: inherit; text-decoration: none; border-radius: 3px; padding: .05em .15em; background: var(--soft);
  box-decoration-break: clone; -webkit-box-decoration-break: clone; border-bottom: 2px solid var(--tone); }
.sentence:hover { text-decoration: underline; }
.sentence.good { border-bottom-style: solid; } .sentence.bad { border-bottom-style: double; border-bottom-width: 4px; }
.sentence.known { border-bottom-style: dashed; } .sentence.other { border-bottom-style: dotted; }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; font-size: .88rem; margin: .4rem 0 .8rem; }
footer { max-width: 62rem; margin: 3rem auto 0; padding: 1rem 1.25rem 3rem; color: var(--quiet); font-size: .88rem; border-top: 1px solid var(--line); }
dialog { border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: var(--ink); max-width: 26rem; padding: 1.2rem 1.5rem; }
dialog::backdrop { background: rgb(0 0 0 / 45%); }

@media (max-width: 40rem) {
  .top { padding-top: 1.2rem; } .verdict { padding: 1rem 1.1rem; }
  .bar { position: static; } .find { margin-left: 0; width: 100%; } .find input { flex: 1; max-width: none; width: 4rem; }
  .bars li { grid-template-columns: 1fr auto; } .bars svg { grid-column: 1 / -1; grid-row: 2; }
  table, tbody, tr, td { display: block; } thead { display: none; } tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td { border: 0; padding: .1rem 0; } td.number { display: inline-block; margin-right: 1rem; text-align: left; }
  td.number::before { content: attr(data-name) " "; color: var(--quiet); font-size: .8rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) {
  .verdict, .card, .map { border-color: CanvasText; } .state, .grade { color: CanvasText; }
  .bars svg { border: 1px solid CanvasText; forced-color-adjust: none; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; }
  .bar, .buttons, .skip, dialog { display: none !important; }
  main, .top, footer { max-width: none; } .card, .verdict, tr { break-inside: avoid; }
  body { font-size: 11pt; } a { color: inherit; }
}
`;
