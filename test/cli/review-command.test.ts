// The page a native speaker reviews a language by.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { execFileSync } from 'node:child_process';
import { reviewCommand } from '../../src/cli/review-command.js';
import { flattenWords } from '../../src/content/review/flatten-words.js';
import { readReview } from '../../src/content/review/read-review.js';
import type { Review } from '../../src/content/review/read-review.js';
import { edit, smallContent, withFiles } from '../content/small-content.js';
import type { Files } from '../content/small-content.js';

const shipped = { dialogs: 'dialogs', locales: 'locales' };

function small<T>(use: (folders: { dialogs: string; locales: string }) => T, change: (files: Files) => unknown = () => undefined): T {
  const files = smallContent();
  change(files);
  return withFiles(files, folder => use({ dialogs: `${folder}/dialogs`, locales: `${folder}/locales` }));
}

function rowsOf({ sections }: Review, part: string): readonly string[] {
  return sections
    .filter(section => section.part === part)
    .flatMap(({ groups }) => groups.flatMap(({ heading, rows }) => rows.map(({ what }) => `${heading}: ${what}`)));
}

describe('the review of a language', () => {
  it('has crisis and permission first, then the questions in the order they are asked', () => {
    const { sections } = readReview(shipped, 'pl');
    expect(sections.map(({ part }) => part)).to.deep.equal(['crisis', 'permission', 'content', 'product', 'listen', 'needs', 'red-flags']);
    const asked = (sections[2]?.groups ?? []).map(({ heading }) => heading);
    const order = ['start.who (choice)', 'eligibility.age (integer)', 'mind.words (text)', 'contact.name (string)'].map(one =>
      asked.indexOf(one),
    );
    expect(order)
      .to.deep.equal([...order].sort((a, b) => a - b))
      .and.not.include(-1);
  });

  it('puts what is said in danger and what asks for permission where they are signed for', () => {
    const review = readReview(shipped, 'pl');
    expect(rowsOf(review, 'crisis')).to.include('notice: notice.urgent').and.to.include('page.urgent: page.urgent.now');
    expect(rowsOf(review, 'crisis').join('\n')).to.include('safety.now (choice): option').and.to.include('samaritans: text');
    expect(rowsOf(review, 'permission')).to.include('call-me.permission (boolean): text').and.to.include('consent.share (boolean): text');
    expect(rowsOf(review, 'product')).to.not.include('notice: notice.urgent');
  });

  it('leaves out no sentence of a complete language', () => {
    expect(reviewCommand(shipped, 'ar').output).to.not.include('class="missing"');
  });

  it('shows every plural form, each with its name', () => {
    const { sections } = small(folders => readReview(folders, 'pl'));
    const row = sections.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)).find(({ what }) => what === 'sent.next');
    expect(row?.english).to.deep.equal(['one: [en-GB one] {{count}} days', 'other: [en-GB other] {{count}} days']);
    expect(row?.own.map(form => form.split(':')[0])).to.deep.equal(['one', 'few', 'many', 'other']);
  });

  it('shows rules of danger with the sentences that try them', () => {
    const { sections } = small(
      folders => readReview(folders, 'pl'),
      files => {
        edit(files, 'locales/pl/red-flags.json', 'rules/0/not', ['nie']);
        edit(files, 'locales/pl/red-flags.json', 'near', ['umrzec']);
      },
    );
    const groups = sections.at(-1)?.groups ?? [];
    expect(groups.map(({ heading, rows }) => [heading, rows.map(({ what, own }) => [what, ...own])])).to.deep.equal([
      [
        'self-harm',
        [
          ['die', 'want to die'],
          ['die: must find', 'I want to die'],
          ['die: must not find', 'nie'],
        ],
      ],
      ['spellings and softeners', [['near', 'umrzec']]],
    ]);
  });

  it('marks what is missing in a draft, and may be left out nowhere', () => {
    const { output } = small(
      folders => reviewCommand(folders, 'pl'),
      files => {
        edit(files, 'locales/pl/content/start.json', 'share', undefined);
        delete files['locales/pl/pages.json'];
        delete files['locales/pl/needs.json'];
        delete files['locales/pl/red-flags.json'];
        delete files['locales/pl/content/screens/food.json'];
        edit(files, 'locales/pl/locale.json', 'review/crisis', { status: 'reviewed', by: 'A. Reader', on: '2026-11-01' });
      },
    );
    expect(output.match(/class="missing"/gu)?.length).to.equal(5);
    expect(output).to.include('reviewed by A. Reader on 2026-11-01').and.to.include('none listed');
  });

  it('shows other words for an option wherever either language has them', () => {
    const { sections } = small(
      folders => readReview(folders, 'pl'),
      files => edit(files, 'locales/pl/content/start.json', 'way/said', { full: ['tutaj'] }),
    );
    const row = sections.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)).find(({ what }) => what === 'also said for full');
    expect(row).to.deep.equal({ what: 'also said for full', english: [], own: ['tutaj'] });
  });

  it('is one page without script or anything from elsewhere, right to left where that is right', () => {
    const { output, exitCode } = reviewCommand(shipped, 'ar');
    expect(exitCode).to.equal(0);
    expect(output).to.not.match(/<script|<link|https?:\/\/[^ ]*\.(?:js|css)|url\(/u);
    expect(output).to.include('<td lang="ar" dir="rtl">').and.to.include('@media print').and.to.include('Arabic interpreter, please');
    expect(output).to.include('<bdi class="hole" dir="ltr">{{servicePhone}}</bdi>');
    expect(output).to.include('&quot;crisis&quot;: { &quot;status&quot;: &quot;reviewed&quot;');
  });

  it('can be made of English itself', () => {
    expect(small(folders => reviewCommand(folders, 'en-GB')).output)
      .to.include('Review of en-GB')
      .and.not.include('class="missing"');
  });

  it('says in one line which languages there are', () => {
    expect(() => small(folders => reviewCommand(folders, 'xx'))).to.throw(
      "There is no language 'xx' in locales/; there are: ar, en-GB, pl",
    );
    expect(() => reviewCommand(shipped, undefined)).to.throw('Say which language to review: waymark review --lang pl > page.html');
  });

  it('tells what is broken where nothing can be shown', () => {
    const broken = (files: Files) => edit(files, 'locales/pl/locale.json', 'dir', 'up');
    expect(() => small(folders => reviewCommand(folders, 'pl'), broken)).to.throw('locales/pl/locale.json: dir');
  });

  it('fails at the command line with that line alone', () => {
    try {
      execFileSync(process.execPath, ['--import=tsx', 'src/cli.ts', 'review', '--lang', 'xx'], { encoding: 'utf8', stdio: 'pipe' });
      expect.fail('it succeeded');
    } catch (error) {
      // Safe in a test: execFileSync throws this shape.
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      expect([status, stdout]).to.deep.equal([1, '']);
      expect(stderr.trim().split('\n')).to.have.length(1);
    }
  });
});

describe('word lists of any shape', () => {
  it('stand under their place, months by number, number words under what they mean', () => {
    const lists = flattenWords({
      $note: 'x',
      yes: ['tak'],
      months: [['maj'], ['lut']],
      numbers: { one: 1, a: 1 },
      deep: { say: 'x' },
      odd: true,
    });
    expect([...lists]).to.deep.equal([
      ['yes', ['tak']],
      ['months.1', ['maj']],
      ['months.2', ['lut']],
      ['numbers.1', ['one', 'a']],
      ['deep.say', ['x']],
    ]);
  });
});
