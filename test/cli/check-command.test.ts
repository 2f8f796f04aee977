// `waymark check` on good and broken folders: every problem with its file and place.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { contentCommand } from '../../src/cli/check-command.js';
import type { CommandResult } from '../../src/cli/questionnaire-commands.js';
import { loadContent } from '../../src/content/load-content.js';
import { realContent } from '../support/real-content.js';

describe('waymark check', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-check-'));
    await cp('dialogs', join(folder, 'dialogs'), { recursive: true });
    for (const lang of ['en-GB', 'pl', 'ar']) await cp(join('locales', lang), join(folder, 'locales', lang), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function change(file: string, from: string, to: string): Promise<void> {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    expect(text, file).to.include(from);
    await writeFile(path, text.replace(from, to));
  }

  const check = (): CommandResult =>
    contentCommand(() => loadContent({ dialogs: join(folder, 'dialogs'), locales: join(folder, 'locales'), production: false }));

  it('says that the shipped content is complete, with its counts and notes', () => {
    const { output, exitCode } = check();
    expect(exitCode).to.equal(0);
    expect(output).to.match(/content is complete: \d+ languages, \d+ items, \d+ red-flag rules$/u);
  });

  it('prints every problem of every file with its place, and exits 1', async () => {
    await change('dialogs/consent.json', '"type": "boolean"', '"type": "checkbox"');
    await change('locales/pl/product.json', '"button.yes"', '"button.yess"');
    await change('dialogs/journey.json', '"facts.flag-emergency"', '"facts.flag-emergencies"');
    const { output, exitCode } = check();
    expect(exitCode).to.equal(1);
    expect(output)
      .to.match(/consent\.json/u)
      .and.to.match(/product\.json.*button\.yes/u);
    expect(output.split('\n').length).to.be.at.least(2);
    expect(output).not.to.match(/\[object|undefined|at .*\.js/u);
  });

  it('says where JSON is broken', async () => {
    await writeFile(join(folder, 'dialogs', 'helplines.json'), '{ "emergency": ');
    const { output, exitCode } = check();
    expect(exitCode).to.equal(1);
    expect(output).to.include('helplines.json');
  });

  it('tries every red-flag sentence and names the rule that fails', () => {
    const content = realContent();
    const [first, ...rest] = content.redFlags.rules.slice(0, 100);
    if (!first) throw new Error('no red-flag rules');
    const broken = { ...content, redFlags: { ...content.redFlags, rules: [{ ...first, match: ['a quiet walk in the park'] }, ...rest] } };
    const { output, exitCode } = contentCommand(() => ({
      content: broken,
      warnings: ['a small thing'],
      staleModels: ['models/needs.model: is stale'],
    }));
    expect(exitCode).to.equal(1);
    expect(output).to.include('note: a small thing').and.to.include(first.id).and.to.include('models/needs.model: is stale');
  });

  it('does not hide a fault of its own', () => {
    expect(() =>
      contentCommand(() => {
        throw new TypeError('ours');
      }),
    ).to.throw('ours');
  });
});
