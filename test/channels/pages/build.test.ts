import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { loadAssets } from '../../../src/channels/pages/assets.js';
import { mirrorCss } from '../../../src/channels/pages/build/mirror-css.js';
import { pruneCss } from '../../../src/channels/pages/build/prune-css.js';
import { AppError } from '../../../src/errors.js';

describe('the stylesheet', () => {
  it('says start and end instead of left and right', () => {
    expect(
      mirrorCss('a{margin-left:1px;padding-right: 2px;left:0;text-align:left;border-left-width:3px;border-top-right-radius:4px}'),
    ).to.equal(
      'a{margin-inline-start:1px;padding-inline-end: 2px;inset-inline-start:0;text-align:start;border-inline-start-width:3px;border-start-end-radius:4px}',
    );
  });

  it('leaves names that only contain these words alone', () => {
    expect(mirrorCss('.left{color:red}a{float:right;background-position:left}')).to.equal(
      '.left{color:red}a{float:inline-end;background-position:left}',
    );
  });

  it('drops components no page uses, and keeps the rest of a list', () => {
    const css = '@charset "utf-8";/* c{} */.nhsuk-a,.nhsuk-b:hover{x:1}.nhsuk-b{y:1}@media print{.nhsuk-b{z:1}}p{w:1}@font-face{f:1}';
    expect(pruneCss(css, new Set(['nhsuk-a']))).to.equal('.nhsuk-a{x:1}p{w:1}@font-face{f:1}');
  });

  it('keeps a rule whose unused class stands inside :not', () => {
    expect(pruneCss('.nhsuk-a:not(.nhsuk-b){x:1}@media print{.nhsuk-a{y:1}}', new Set(['nhsuk-a']))).to.equal(
      '.nhsuk-a:not(.nhsuk-b){x:1}@media print{.nhsuk-a{y:1}}',
    );
  });

  it('drops what was written for Internet Explorer', () => {
    expect(pruneCss('@media screen\\0 and (min-width:1px){p{x:1}}', new Set())).to.equal('');
  });
});

describe('built files', () => {
  function folderWith(manifest?: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-assets-'));
    if (manifest !== undefined) writeFileSync(join(folder, 'manifest.json'), manifest);
    return folder;
  }

  it('are found by their plain names', () => {
    expect(loadAssets(folderWith('{"pages.css":"pages.0123456789.css"}')).url('pages.css')).to.equal('/assets/pages.0123456789.css');
  });

  it('are missed loudly', () => {
    expect(() => loadAssets(folderWith())).to.throw(AppError, /not built/u);
    expect(() => loadAssets(folderWith('{"x":"../etc/passwd"}'))).to.throw(AppError);
    expect(() => loadAssets(folderWith('{}')).url('pages.css')).to.throw(AppError, /pages\.css/u);
  });
});
