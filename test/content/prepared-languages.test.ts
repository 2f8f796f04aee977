import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Content } from '../../src/content/content.js';
import { loadContent } from '../../src/content/load-content.js';
import { ContentError } from '../../src/errors.js';
import { smallContent, withFiles } from './small-content.js';

const yes = (content: Content, lang: string): string => content.translator.word({ product: 'answer.yes' }, lang);

/** Content in a folder, and ways to load it with and without what was prepared. */
function withPrepared(use: (load: (prepare?: boolean) => Content, folder: string, prepared: string) => void): void {
  withFiles(smallContent(), folder => {
    const prepared = join(folder, 'prepared');
    const places = { dialogs: join(folder, 'dialogs'), locales: join(folder, 'locales'), production: false, today: '2026-11-22', prepared };
    const load = (prepare = false): Content => loadContent({ ...places, prepare }).content;
    load(true);
    use(load, folder, prepared);
  });
}

function change(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, 'locales', file);
  const product = JSON.stringify(JSON.parse(JSON.stringify(smallContent()[`locales/${file}`])));
  writeFileSync(path, product.replace(from, to));
}

describe('languages prepared by the build', () => {
  it('are what reading them anew gives, without the fixtures of their rules', () => {
    withPrepared((load, folder, prepared) => {
      const anew = loadContent({
        dialogs: join(folder, 'dialogs'),
        locales: join(folder, 'locales'),
        production: false,
        today: '2026-11-22',
      }).content;
      const taken = load();
      expect(readdirSync(prepared).sort()).to.deep.equal(['ar.bin', 'en-GB.bin', 'pl.bin']);
      expect(taken.languages).to.deep.equal(anew.languages);
      expect(taken.version).to.equal(anew.version);
      expect(yes(taken, 'pl')).to.equal(yes(anew, 'pl'));
      const bare = (content: Content) => content.redFlags.rules.map(({ id, lang, pattern, anchors }) => ({ id, lang, pattern, anchors }));
      expect(bare(taken)).to.deep.equal(bare(anew));
      expect(taken.redFlags.rules.every(({ match }) => match.length === 0)).to.equal(true);
    });
  });

  it('are not even looked at when dialogs/ is broken: the urgent numbers must be served at once', () => {
    withPrepared((load, folder) => {
      change(folder, 'pl/product.json', '{', '{"a.new":"A new sentence.",');
      writeFileSync(join(folder, 'dialogs', 'helplines.json'), '{ "emergency": ');
      const faults = (use: () => unknown): readonly string[] => {
        try {
          use();
        } catch (error) {
          if (error instanceof ContentError) return error.problems.map(problem => problem.split(':', 1)[0] ?? '');
        }
        return [];
      };
      const places = { dialogs: join(folder, 'dialogs'), locales: join(folder, 'locales'), production: false };
      expect(faults(load)).to.deep.equal(['dialogs/helplines.json']);
      expect(faults(() => loadContent(places))).to.include.members(['dialogs/helplines.json', 'locales/pl/product.json']);
    });
  });

  it('are read anew when a word of theirs has changed', () => {
    withPrepared((load, folder) => {
      change(folder, 'pl/product.json', `"answer.yes":"${yes(load(), 'pl')}"`, '"answer.yes":"Owszem"');
      expect(yes(load(), 'pl')).to.equal('Owszem');
    });
  });

  it('are checked again when what they are checked against has changed', () => {
    withPrepared((load, folder) => {
      change(folder, 'en-GB/product.json', '{', '{"a.new":"A new sentence.",');
      expect(() => load()).to.throw(ContentError, "locales/pl/product.json: 'a.new' is missing");
    });
  });

  it('do not hide a fault that came after', () => {
    withPrepared((load, folder) => {
      writeFileSync(join(folder, 'locales', 'pl', 'listen.json'), '{');
      expect(() => load()).to.throw(ContentError, 'locales/pl/listen.json');
    });
  });

  it('are left alone where their file is damaged', () => {
    withPrepared((load, _folder, prepared) => {
      writeFileSync(join(prepared, 'pl.bin'), 'nothing of the kind');
      expect(yes(load(), 'pl')).to.not.equal('');
    });
  });
});
