// How the text version looks, in the atlas and in pages that carry it before any script runs. Colours: docs/tokens.json.

export const k_text_rules = `
.text, .reading { --link: #123f63; --line: #8a96a0; --band: #f3f6f7; }
.dark :is(.text, .reading) { --link: #9ccdf2; --line: #7a8894; --band: #1a222b; }
.text { padding: 16px 24px 48px; max-width: 1180px; margin: 0 auto; box-sizing: border-box; font-size: 15px; overflow-wrap: break-word; user-select: text; -webkit-user-select: text; }
.text :is(h1, h2, h3, h4, h5) { line-height: 1.25; margin: 1.4em 0 .4em; } .text :is(h1, h2):first-child { font-size: 26px; margin-top: 0; }
.text section { border-top: 1px solid var(--line); margin-top: 32px; } .text section > :first-child { font-size: 20px; margin-top: 20px; } .text h4 { font-size: 16px; } .text h5 { font-size: 15px; }
.text :is(p, li, dd) { max-width: 75ch; margin: 0 0 6px; } .text ul { margin: 0 0 10px; padding-inline-start: 20px; } .text dl { margin: 0; } .text dt { font-weight: 600; margin-top: 10px; } .text dd { margin-inline-start: 20px; }
.text a { color: var(--link); } .text a:focus-visible, .text .wide:focus-visible, .reading .back:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.text nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; } .text nav li { margin: 0; } .text nav a { display: block; padding: 4px 0; }
.text .wide { overflow-x: auto; margin: 12px 0; } .text table { border-collapse: collapse; } .text caption { text-align: start; font-weight: 600; padding: 8px 0; }
.text :is(th, td) { text-align: start; vertical-align: top; font-weight: 400; padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); min-width: 5ch; } .text tbody th { font-weight: 600; } .text thead th { font-weight: 600; background: var(--band); }
.atlas .reading { z-index: 3; padding: 0; }
.reading .back { position: sticky; top: 0; z-index: 1; display: block; width: 100%; min-height: 44px; padding: 8px 24px; border: 0; border-bottom: 1px solid var(--line); background: var(--band); color: var(--link); font: inherit; font-weight: 600; text-align: start; cursor: pointer; }
@media (prefers-color-scheme: dark) { :is(.auto, cluster-atlas) :is(.text, .reading) { --link: #9ccdf2; --line: #7a8894; --band: #1a222b; } }
`;
