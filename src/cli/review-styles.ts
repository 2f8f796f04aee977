// How the reviewer's page looks, on a screen and on paper.

/** The whole style sheet. */
export const reviewStyles = `
  body { max-width: 75rem; margin: 1rem auto; padding: 0 1rem; color: #212b32; font: 1rem/1.5 Arial, sans-serif; }
  h2 { margin-top: 2.5rem; border-bottom: 3px solid #005eb8; }
  h2 small { color: #4c6272; font-weight: 400; font-size: 0.875rem; }
  table { width: 100%; margin: 1rem 0; border-collapse: collapse; table-layout: fixed; }
  .group th { width: auto; padding-top: 0.75rem; border-bottom-width: 2px; background: #f4f6f7; text-align: left; }
  th, td { padding: 0.35rem 0.5rem; border: 1px solid #aeb7bd; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
  thead th { background: #e8edee; font-size: 0.875rem; }
  th:nth-child(1) { width: 14%; font-weight: 400; }
  th:nth-child(2) { width: 30%; }
  th:nth-child(3) { width: 34%; }
  th:nth-child(4) { width: 3.5rem; }
  td p { margin: 0 0 0.25rem; }
  td[dir='rtl'] { text-align: right; }
  :lang(ar), :lang(bn), :lang(fa), :lang(gu), :lang(hi), :lang(pa), :lang(ta), :lang(ur) { line-height: 1.75; }
  code { font-size: 0.8125rem; }
  .hole { padding: 0 0.15rem; background: #fff2b3; font-family: monospace; font-size: 0.875rem; }
  .missing { background: #f6d7d2; }
  .tick { text-align: center; }
  .box { display: inline-block; width: 1.1rem; height: 1.1rem; border: 2px solid #212b32; }
  .remark { min-height: 1.5rem; }
  .signed { margin: 1.5rem 0; }
  @media print {
    @page { size: A4 landscape; margin: 12mm; }
    body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
    h2, .group { break-after: avoid; }
    th, td { padding: 1mm 1.5mm; line-height: 1.3; }
    section { break-before: page; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    a { color: inherit; text-decoration: none; }
    .hole, .missing, thead th, .group th { print-color-adjust: exact; }
  }
`;
