// The Teams package: what an administrator uploads is whole, and what Teams would refuse is refused here first, with a reason.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { after, before, describe, it } from 'mocha';
import { handOverCommand, searchCommand } from '../../src/channels/bot-framework/extension/read-invoke.js';
import { teamsCommand } from '../../src/cli/teams-command.js';
import { packageForTeams } from '../../src/cli/teams-package.js';
import type { PackageOptions } from '../../src/cli/teams-package.js';
import { readCommand } from '../../src/understanding/read-command.js';
import { readPng } from '../support/read-png.js';
import { realContent } from '../support/real-content.js';

const good: PackageOptions = {
  appId: '6b1c2f0a-1c4b-4f3e-9a57-0d2f6f1f3a10',
  botId: 'b3a5c0de-0000-4000-8000-000000000001',
  url: 'https://help.example.org',
  developer: 'Sample Practice',
  version: '1.0.2',
};
const folder = 'manifest';
const languageFiles = ['ar', 'bg', 'cy', 'es', 'fr', 'hi', 'it', 'lt', 'pl', 'pt', 'ro', 'ru', 'tr', 'uk', 'zh-cn'];

interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly developer: Readonly<Record<string, string>>;
  readonly validDomains: readonly string[];
  readonly composeExtensions: readonly [{ readonly botId: string; readonly commands: readonly ExtensionCommand[] }];
  readonly bots: readonly [{ readonly botId: string; readonly scopes: readonly string[]; readonly commandLists: readonly [Commands] }];
}
interface ExtensionCommand {
  readonly id: string;
  readonly type: string;
  readonly context: readonly string[];
  readonly fetchTask?: boolean;
  readonly initialRun?: boolean;
  readonly parameters?: readonly unknown[];
}
interface Commands {
  readonly commands: readonly { readonly title: string }[];
}

const reasonsOf = (from: string, options: Partial<PackageOptions>): readonly string[] => {
  const packaged = packageForTeams(from, { ...good, ...options });
  return packaged.kind === 'refused' ? packaged.reasons : [];
};

function filesOf(options: Partial<PackageOptions> = {}): Readonly<Record<string, Uint8Array>> {
  const packaged = packageForTeams(folder, { ...good, ...options });
  expect(packaged.kind === 'refused' ? packaged.reasons : []).to.deep.equal([]);
  return packaged.kind === 'packaged' ? unzipSync(packaged.zip) : {};
}

describe('the Teams package', () => {
  let copy: string;
  before(() => (copy = mkdtempSync(join(tmpdir(), 'waymark-teams-'))));
  after(() => {
    rmSync(copy, { recursive: true });
  });

  /** manifest/ with one of its files changed. */
  function changed(file: string, change: (text: string) => string | Buffer): string {
    cpSync(folder, copy, { recursive: true, force: true });
    writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')));
    return copy;
  }

  it('holds the manifest, its icons and its languages, filled in', () => {
    const files = filesOf();
    expect(Object.keys(files).sort()).to.deep.equal(
      ['manifest.json', 'color.png', 'outline.png', ...languageFiles.map(tag => `${tag}.json`)].sort(),
    );
    const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
    expect(text).not.to.include('{{');
    // Safe in a test: what is read of it is checked here.
    const manifest = JSON.parse(text) as Manifest;
    expect(manifest).to.include({ id: good.appId, version: '1.0.2', manifestVersion: '1.29' });
    expect(manifest.bots[0]).to.include({ botId: good.botId }).and.have.deep.property('scopes', ['personal', 'team', 'groupChat']);
    expect(manifest.validDomains).to.deep.equal(['help.example.org']);
    expect(manifest.developer).to.deep.equal({
      name: 'Sample Practice',
      websiteUrl: 'https://help.example.org',
      privacyUrl: 'https://help.example.org/privacy',
      termsOfUseUrl: 'https://help.example.org/privacy',
    });
    expect(strFromU8(filesOf({ termsUrl: 'https://example.org/terms?v=2' })['manifest.json'] ?? new Uint8Array())).to.include('terms?v=2');
  });

  it('is the same for the same words, so that a change of it is a change of what it says', () => {
    expect(packageForTeams(folder, good)).to.deep.equal(packageForTeams(folder, good));
  });

  it('refuses words that Teams would refuse, each with its reason', () => {
    const bad: readonly (readonly [Partial<PackageOptions>, string])[] = [
      [{ appId: 'waymark' }, "--app-id: 'waymark' is no GUID"],
      [{ botId: '' }, "--bot-id: '' is no GUID"],
      [{ url: 'help.example.org' }, "--url: 'help.example.org' is no web address"],
      [{ url: 'http://help.example.org' }, '--url: must begin with https://'],
      [{ url: 'https://localhost:3978' }, '--url: must name a public domain'],
      [{ url: 'https://10.0.0.1' }, '--url: must name a public domain'],
      [{ url: 'https://help.example.org/chat' }, '--url: must be the address of the pages alone, without a path'],
      [{ url: 'https://me@help.example.org' }, '--url: must hold no user name'],
      [{ termsUrl: 'http://example.org/terms' }, '--terms: must begin with https://'],
      [{ developer: 'x'.repeat(33) }, '--developer: must have 1 to 32 letters'],
      [{ developer: ' ' }, '--developer: must have 1 to 32 letters'],
      [{ version: '0.9.0' }, "--app-version: '0.9.0' is none like 1.0.2"],
    ];
    for (const [options, reason] of bad) expect(reasonsOf(folder, options), reason).to.deep.equal([reason]);
    expect(reasonsOf(folder, { appId: 'x', botId: 'y' })).to.have.length(2);
  });

  it('refuses a manifest, a language or an icon that is not as the schema and Teams want it', () => {
    const wrong: readonly (readonly [string, (text: string) => string | Buffer, RegExp])[] = [
      ['manifest.json', text => text.replace('"personal"', '"nowhere"'), /^manifest\.json: \/bots\/0\/scopes\/0 must be equal to one of/u],
      ['manifest.json', text => text.replace('"accentColor"', '"accent"'), /must have required property 'accentColor'/u],
      ['manifest.json', text => text.replace('"manifestVersion": "1.29"', '"manifestVersion": "1.2"'), /must be equal to constant/u],
      ['manifest.json', text => text.replace('"pl.json"', '"xx.json"'), /^xx\.json: is missing/u],
      [
        'languages/pl.json',
        text => text.replace(/"description\.short": "[^"]+"/u, `"description.short": "${'x'.repeat(81)}"`),
        /^pl\.json: .*more than 80/u,
      ],
      ['languages/ar.json', text => text.replace('name.full', 'name.long'), /^ar\.json: .*additional properties/u],
      ['color.png', () => 'no picture', /^color\.png: is no PNG/u],
      ['color.png', () => readFileSync(join(folder, 'outline.png')), /^color\.png: is 32 x 32, not 192 x 192/u],
      ['outline.png', () => readFileSync(join(folder, 'color.png')), /^outline\.png: has no transparency/u],
    ];
    for (const [file, change, reason] of wrong)
      expect(
        reasonsOf(changed(file, change), {}).filter(one => reason.test(one)),
        `${file} ${String(reason)}`,
      ).not.to.deep.equal([]);
  });

  it('has icons of the right size: one in colour, one white on nothing', () => {
    const color = readPng(readFileSync(join(folder, 'color.png')));
    expect([color.width, color.height]).to.deep.equal([192, 192]);
    expect(color.at(0, 0)).to.deep.equal([0, 48, 135, 255]);
    const outline = readPng(readFileSync(join(folder, 'outline.png')));
    expect([outline.width, outline.height]).to.deep.equal([32, 32]);
    const pixels = Array.from({ length: 32 * 32 }, (_, at) => outline.at(at % 32, Math.floor(at / 32)));
    expect(pixels.filter(([, , , alpha]) => alpha === 0).length).to.be.greaterThan(500);
    expect(pixels.filter(([, , , alpha]) => alpha > 128).length).to.be.greaterThan(60);
    for (const [red, green, blue, alpha] of pixels) if (alpha > 0) expect([red, green, blue]).to.deep.equal([255, 255, 255]);
  });

  it('offers commands that are heard, in the language they are offered in', () => {
    const { languages } = realContent();
    const files = filesOf();
    const ours = (tag: string): string => (tag === 'zh-cn' ? 'zh-Hans' : tag);
    const titlesIn = (tag: string): readonly string[] => {
      // Safe in a test: the schema above says what it holds.
      const words = JSON.parse(strFromU8(files[`${tag}.json`] ?? new Uint8Array())) as Readonly<Record<string, string>>;
      return [0, 1, 2, 3].map(at => words[`bots[0].commandLists[0].commands[${String(at)}].title`] ?? '');
    };
    // Safe in a test: as above.
    const english = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;
    const all = [['en-GB', english.bots[0].commandLists[0].commands.map(({ title }) => title)] as const].concat(
      languageFiles.map(tag => [ours(tag), titlesIn(tag)] as never),
    );
    for (const [lang, titles] of all) {
      const heard = titles.map(title => readCommand(title, lang, languages)?.command);
      expect(heard, lang).to.deep.equal(['urgent', 'call-me', 'help', 'back']);
    }
  });

  it('offers staff the search and the hand-over, each under the name the bot answers to, in every language', () => {
    const files = filesOf();
    // Safe in a test: as above.
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;
    const [extension] = manifest.composeExtensions;
    expect(extension.botId).to.equal(good.botId);
    const [search, handOver] = extension.commands;
    expect(search).to.include({ id: searchCommand, type: 'query', initialRun: true }).and.have.property('parameters').with.length(1);
    expect(handOver).to.include({ id: handOverCommand, type: 'action', fetchTask: true });
    for (const { context } of extension.commands)
      expect(context, 'never on what somebody has written').to.deep.equal(['compose', 'commandBox']);
    const titles = [
      'commands[0].title',
      'commands[0].description',
      'commands[0].parameters[0].title',
      'commands[0].parameters[0].description',
    ]
      .concat(['commands[1].title', 'commands[1].description'])
      .map(name => `composeExtensions[0].${name}`);
    for (const tag of languageFiles) expect(JSON.parse(strFromU8(files[`${tag}.json`] ?? new Uint8Array())), tag).to.include.keys(titles);
  });

  it('is written by its command, which says what is missing or wrong', () => {
    const out = join(copy, 'waymark.zip');
    const flags = { 'app-id': good.appId, 'bot-id': good.botId, url: good.url, out };
    expect(teamsCommand('package', flags, folder)).to.deep.include({ exitCode: 0 });
    expect(Object.keys(unzipSync(readFileSync(out)))).to.include('manifest.json');
    expect(teamsCommand('package', { ...flags, url: 'x' }, folder)).to.deep.equal({ output: "--url: 'x' is no web address", exitCode: 1 });
    expect(teamsCommand('package', { ...flags, out: undefined }, folder)).to.equal(undefined);
    expect(teamsCommand('upload', flags, folder)).to.equal(undefined);
  });
});
