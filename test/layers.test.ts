// Does lint see an import against the arrows? One violation is planted per arrow, as text that is in no file, and the reason must come back.
import { describe, it, before } from 'mocha';
import { expect } from 'chai';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

interface House {
  readonly levels: readonly Readonly<Record<string, string>>[];
  readonly pureRooms: readonly string[];
  readonly soleImporters: readonly { readonly packages: string; readonly where: readonly string[]; readonly why: string }[];
  readonly forbiddenTo: (room: string) => readonly { readonly room: string; readonly reason: string }[];
}

/** Packages with the places that may import them. */
const packageNames: readonly (readonly [name: string, where: readonly string[]])[] = [
  ['botbuilder', ['src/channels/bot-framework']],
  ['botbuilder-core', ['src/channels/bot-framework']],
  ['botframework-connector', ['src/channels/bot-framework']],
  ['@microsoft/recognizers-text-number', ['src/understanding']],
  ['fhirpath', ['src/questionnaire/rules']],
  ['fhirpath/fhir-context/r4', ['src/questionnaire/rules']],
  ['re2js', ['src/content', 'src/questionnaire']],
  ['csv-parse', ['src/directory-import']],
  ['@streamparser/json', ['src/directory-import']],
  ['ioredis', ['src/storage/redis']],
  ['lmdb', ['src/storage/embedded']],
  ['pdfkit', ['src/letters']],
  ['harfbuzzjs', ['src/letters']],
  ['restify', ['src/server']],
];

describe('the layers', () => {
  let house: House;
  let eslint: ESLint;

  before(async () => {
    // safe: that file exports these
    house = (await import(pathToFileURL(resolve('scripts/layer-rules.js')).href)) as House;
    const untyped = tseslint.configs.disableTypeChecked;
    eslint = new ESLint({
      // safe: typescript-eslint's configuration objects are ESLint's, typed apart
      overrideConfig: [
        { ...(untyped as Linter.Config), files: ['src/**'] },
        { files: ['src/**'], languageOptions: { parserOptions: { projectService: false } } },
      ],
      ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
    });
  });

  /** What lint says of this text, were it in this file. */
  const lint = async (filePath: string, text: string): Promise<readonly string[]> => {
    const [result] = await eslint.lintText(text, { filePath });
    return (result?.messages ?? []).map(({ message }) => message);
  };

  const isFolder = (room: string): boolean => !['main', 'app', 'core'].includes(room);
  const fileIn = (room: string): string => (isFolder(room) ? `src/${room}/planted.ts` : `src/${room}.ts`);
  const pathTo = (from: string, to: string): string => `${isFolder(from) ? '../' : './'}${to}${isFolder(to) ? '/planted' : ''}.js`;
  /** A room's name as a name in a program. */
  const nameOf = (room: string): string => room.replaceAll('-', '');
  const rooms = (): readonly string[] => house.levels.flatMap(level => Object.keys(level));

  it('reads top to bottom as the architecture draws them', () => {
    expect(house.levels.map(level => Object.keys(level).join(', ')).join(' > ')).to.equal(
      'main > app > server, staff, cli > core > channels > delivery, directory-import > letters > conversation > questionnaire, understanding, safety, directory, referral > content > text, access, audit',
    );
  });

  it('refuses every import that points up or sideways, and says why', async () => {
    for (const room of rooms()) {
      const planted = house.forbiddenTo(room).map(({ room: other }) => `import { x as ${nameOf(other)} } from '${pathTo(room, other)}';`);
      const said = await lint(fileIn(room), planted.join('\n'));
      expect(said.length, room).to.equal(planted.length);
      for (const { reason } of house.forbiddenTo(room))
        expect(said.join('\n'), room)
          .to.include(reason)
          .and.match(/[a-z]{3,} [a-z]{2,}/u);
    }
  }).timeout(60_000);

  it('refuses them deeper in a room, as types, and as import()', async () => {
    const reason = 'conversation may not import channels: a turn is decided without knowing by which channel it came.';
    for (const text of [
      "import type { X } from '../../channels/pages/page.js';",
      "export { x } from '../../channels/pages/page.js';",
      "export const x = await import('../../channels/pages/page.js');",
    ]) {
      expect((await lint('src/conversation/deep/planted.ts', text)).join(), text).to.include(reason);
    }
  });

  it('lets every import through that points down', async () => {
    for (const room of rooms()) {
      const refused = new Set([room, ...house.forbiddenTo(room).map(({ room: other }) => other)]);
      const planted = rooms()
        .filter(other => !refused.has(other))
        .map(other => `import { x as ${nameOf(other)} } from '${pathTo(room, other)}';`);
      const errors = `import { AppError } from '${isFolder(room) ? '..' : '.'}/errors.js';`;
      expect(await lint(fileIn(room), [...planted, errors].join('\n')), room).to.deep.equal([]);
    }
  }).timeout(60_000);

  it('lets app.ts and the command line choose a store, hands others the ports and pure rooms nothing', async () => {
    const engine = "import { openEmbeddedStore } from '../storage/embedded/open-embedded-store.js';";
    const ports = "import type { Store } from '../storage/ports.js';";
    expect(await lint('src/app.ts', engine.replace('../', './'))).to.deep.equal([]);
    expect(await lint('src/cli/planted.ts', engine)).to.deep.equal([]);
    for (const room of ['server', 'staff', 'channels', 'delivery', 'audit']) {
      expect((await lint(`src/${room}/planted.ts`, engine)).join(), room).to.include('Only app.ts and the command line choose a store');
      expect(await lint(`src/${room}/planted.ts`, ports), room).to.deep.equal([]);
    }
    for (const room of house.pureRooms) expect((await lint(`src/${room}/planted.ts`, ports)).join(), room).to.include('is a pure room');
  });

  it('keeps the stores beneath every room', async () => {
    for (const room of rooms().filter(isFolder)) {
      expect((await lint('src/storage/redis/planted.ts', `import { x } from '../../${room}/x.js';`)).join(), room).to.include(
        'beneath every room',
      );
      expect((await lint('src/storage/planted.ts', `import { x } from '../${room}/x.js';`)).join(), room).to.include('beneath every room');
    }
  });

  it('keeps each package with those who may import it', async () => {
    for (const [name, where] of packageNames) {
      const rule = house.soleImporters.find(({ packages }) => new RegExp(packages, 'u').test(name));
      expect(rule?.where, name).to.deep.equal(where);
      const planted = `import { x } from '${name}';`;
      for (const place of where) expect(await lint(`${place}/planted.ts`, planted), `${name} in ${place}`).to.deep.equal([]);
      for (const elsewhere of [
        'src/app.ts',
        'src/planted.ts',
        'src/staff/planted.ts',
        'src/channels/planted.ts',
        'src/conversation/planted.ts',
        'src/storage/planted.ts',
        'src/text/planted.ts',
      ]) {
        expect((await lint(elsewhere, planted)).join(), `${name} in ${elsewhere}`).to.include(
          `Only ${where.join(' and ')} may import this package: ${rule?.why ?? ''}`,
        );
        expect((await lint(elsewhere, `await import('${name}');`)).join(), `${name} in ${elsewhere}`).to.include('may import this package');
      }
    }
  }).timeout(60_000);

  it('holds a place to the rules of its room and of other packages though it may import one', async () => {
    const engine = "import { x } from 'fhirpath';";
    expect((await lint('src/questionnaire/planted.ts', engine)).join()).to.include('Only src/questionnaire/rules may import this package');
    expect(await lint('src/questionnaire/rules/planted.ts', "import { RE2JS } from 're2js';")).to.deep.equal([]);
    const planted: readonly (readonly [text: string, reason: string])[] = [
      ["import { x } from '../../conversation/x.js';", 'questionnaire may not import conversation'],
      ["import { readFileSync } from 'node:fs';", 'no files'],
      ["import { x } from 'restify';", 'Only src/server may import this package'],
      ['export const at = Date.now();', 'reads no clock'],
    ];
    for (const [text, reason] of planted) expect((await lint('src/questionnaire/rules/planted.ts', text)).join(), text).to.include(reason);
  }).timeout(60_000);

  it('keeps clock, chance, files, network, log and settings out of the pure rooms', async () => {
    const planted: readonly (readonly [text: string, reason: string])[] = [
      ['export const at = new Date();', 'reads no clock'],
      ['export const at = Date();', 'reads no clock'],
      ['export const at = Date.now();', 'reads no clock'],
      ['export const at = performance.now();', 'reads no clock'],
      ['export const x = Math.random();', 'chance comes in'],
      ['export const x = process.env;', 'Settings are read once'],
      ["import { readFileSync } from 'node:fs';", 'no files'],
      ["import { readFile } from 'fs/promises';", 'no files'],
      ["import { request } from 'node:http';", 'no network'],
      ["import { createLogger } from '../logger.js';", 'no log'],
      ["import { readConfig } from '../config.js';", 'no settings'],
    ];
    for (const room of house.pureRooms) {
      for (const [text, reason] of planted)
        expect((await lint(`src/${room}/planted.ts`, text)).join(), `${text} in ${room}`).to.include(reason);
      expect(await lint(`src/${room}/planted.ts`, "export const at = new Date('2026-01-01');"), room).to.deep.equal([]);
    }
  }).timeout(60_000);

  it('reads the environment in config, main and the command line alone', async () => {
    const text = 'export const x = process.env;';
    expect(await lint('src/main.ts', text)).to.deep.equal([]);
    expect(await lint('src/cli.ts', text)).to.deep.equal([]);
    for (const path of ['src/app.ts', 'src/server/x.ts', 'src/content/x.ts', 'src/storage/redis/x.ts']) {
      expect((await lint(path, text)).join(), path).to.include('Settings are read once');
    }
  });
});
