import { expect } from 'chai';
import { describe, it } from 'mocha';
import { aPart, type Files, edit, loadFiles, problemsAfter, smallContent } from './small-content.js';

const reviewed = { status: 'reviewed', by: 'A. Reviewer', on: '2026-11-01' };

/** What somebody breaks, and everything that is said about it. */
const breakages: readonly (readonly [string, (files: Files) => unknown, readonly string[]])[] = [
  ['nothing', () => undefined, []],
  [
    'broken JSON',
    files => (files['dialogs/ends.json'] = '{\n  "a": 1,\n  oops\n}'),
    ['dialogs/ends.json: line 3: is not JSON: Expected double-quoted property name in JSON at position 14'],
  ],
  [
    'a missing file',
    files => delete files['dialogs/screens/food.json'],
    [
      "dialogs/journey.json: item 'screen-food.questions': names the questionnaire https://example.org/Questionnaire/screen-food, which is in none of the files here",
      'locales/ar/content/screens/food.json: it words no file of dialogs/',
      'locales/pl/content/screens/food.json: it words no file of dialogs/',
    ],
  ],
  [
    'several files at once',
    files => {
      delete files['dialogs/needs.json'];
      edit(files, 'dialogs/service.json', 'email', 'nobody');
      edit(files, 'dialogs/start.json', 'item/1/text', undefined);
    },
    [
      'dialogs/service.json: email: Invalid email address',
      'dialogs/needs.json: is missing',
      "dialogs/start.json: item 'share': has no text to ask",
    ],
  ],
  [
    'a role that points nowhere',
    files => edit(files, 'dialogs/roles.json', 'roles/name', 'start.nobody'),
    ["dialogs/roles.json: role 'name' names 'start.nobody', which does not exist"],
  ],
  [
    'a role played by a statement',
    files => edit(files, 'dialogs/roles.json', 'roles/name', ['screen-food.hello']),
    ["dialogs/roles.json: role 'name' names 'screen-food.hello', a display, which never has an answer"],
  ],
  [
    'an end on a question that is not there',
    files => edit(files, 'dialogs/roles.json', 'ends/0/when/0/question', 'start.gone'),
    ["dialogs/roles.json: end 'no-permission': names 'start.gone', which does not exist"],
  ],
  [
    'an end without words',
    files => edit(files, 'dialogs/ends.json', 'no-permission', undefined),
    [
      "dialogs/ends.json: 'no-permission' is missing",
      "locales/ar/content/ends.json: 'no-permission' is not in dialogs/",
      "locales/pl/content/ends.json: 'no-permission' is not in dialogs/",
    ],
  ],
  [
    'a part that stands twice',
    files => edit(files, 'dialogs/journey.json', 'item/1', aPart('start')),
    [
      "dialogs/journey.json: item 'start': linkId stands more than once (que-2)",
      "dialogs/journey.json: item 'start.questions': linkId stands more than once (que-2)",
      "dialogs/needs.json: need 'food' code 733423003: names 'screen-food.enough', which does not exist",
      'locales/ar/content/screens/food.json: it words no file of dialogs/',
      'locales/pl/content/screens/food.json: it words no file of dialogs/',
    ],
  ],
  [
    'a part under a condition that cannot be met',
    files => edit(files, 'dialogs/journey.json', 'item/1/enableWhen/0/answerCoding/code', 'foot'),
    ["dialogs/journey.json: part 'screen-food': enableWhen wants 'foot', which is not an option of 'start.needs'"],
  ],
  [
    'a condition across parts on something that is not there',
    files => edit(files, 'dialogs/screens/food.json', 'item/2/enableWhen/0/question', 'start.gone'),
    ["dialogs/screens/food.json: item 'hello': enableWhen names 'start.gone', which does not exist"],
  ],
  [
    'a way that is no option',
    files => edit(files, 'dialogs/roles.json', 'sendWithoutReview/0', 'by-post'),
    ["dialogs/roles.json: sendWithoutReview names 'by-post', which is not an option of role 'way'"],
  ],
  [
    'a screen for no need',
    files => {
      files['dialogs/screens/poems.json'] = files['dialogs/screens/food.json'];
      delete files['dialogs/screens/food.json'];
      for (const tag of ['pl', 'ar']) {
        files[`locales/${tag}/content/screens/poems.json`] = files[`locales/${tag}/content/screens/food.json`];
        Reflect.deleteProperty(files, `locales/${tag}/content/screens/food.json`);
      }
    },
    ["dialogs/journey.json: part 'screen-food': screens/poems is the screen of no need in dialogs/needs.json"],
  ],
  [
    'a need left out',
    files => (files['dialogs/needs.json'] = (files['dialogs/needs.json'] as unknown[]).slice(1)),
    [
      "dialogs/needs.json: need 'loneliness' is missing",
      "locales/ar/content/needs.json: 'loneliness' is not in dialogs/",
      "locales/pl/content/needs.json: 'loneliness' is not in dialogs/",
    ],
  ],
  [
    'a code nobody decided about, and one nobody earns',
    files => (files['dialogs/codes.json'] = { '871731000000106': true, '267076002': true }),
    [
      'dialogs/codes.json: 733423003 is missing: say true or false',
      'dialogs/codes.json: 267076002 is a code that nothing in dialogs/ earns',
    ],
  ],
  [
    'a red flag without its helpline, so that nobody is open at night',
    files => {
      edit(files, 'dialogs/red-flags.json', 'kinds/0/helplines', ['111']);
    },
    [
      "dialogs/red-flags.json: kind 'emergency' names helpline '111', which does not exist",
      "dialogs/red-flags.json: 'emergency': no line is shown that is open day and night",
    ],
  ],
  [
    'a need whose line is not there, and a group by an answer that is not there',
    files => {
      edit(files, 'dialogs/needs.json', '0/lines', ['nowhere']);
      const when = [{ question: 'start.gender', operator: '=', answerCoding: { code: 'woman' } }];
      files['dialogs/groups.json'] = { audiences: [{ group: 'women', when }], access: [{ kind: 'parking', when }] };
    },
    [
      "dialogs/groups.json: 'women': names 'start.gender', which does not exist",
      "dialogs/groups.json: 'parking': names 'start.gender', which does not exist",
      "dialogs/needs.json: need 'loneliness' names helpline 'nowhere', which does not exist or is not verified",
    ],
  ],
  [
    'a group nobody knows',
    files => {
      files['dialogs/groups.json'] = { audiences: [{ group: 'wizards', when: [] }], access: [] };
    },
    ['dialogs/groups.json: audiences.0.group: ', 'dialogs/groups.json: audiences.0.when: '],
  ],
  [
    'a helpline without its number, listed twice',
    files => {
      // The small content's helplines are a list of two.
      const lines = files['dialogs/helplines.json'] as Record<string, unknown>[];
      files['dialogs/helplines.json'] = [...lines, { ...lines[1], contact: 'web' }];
    },
    ["dialogs/helplines.json: helpline 'day' stands twice", "dialogs/helplines.json: helpline 'day': contact 'web' needs a url"],
  ],
  [
    'an English sentence nothing fills',
    files => edit(files, 'dialogs/ends.json', 'no-permission/text', 'Ask {{serviceNam}}, {{ or us.'),
    [
      "dialogs/ends.json: 'no-permission': 'text' has {{serviceNam}}, which nothing fills",
      "dialogs/ends.json: 'no-permission': 'text' has braces that are no placeholder",
      "locales/ar/content/ends.json: 'no-permission': 'text' leaves out {{serviceNam}}",
      "locales/pl/content/ends.json: 'no-permission': 'text' leaves out {{serviceNam}}",
    ],
  ],
  ['a language without a part', files => delete files['locales/pl/listen.json'], ['locales/pl/listen.json: is missing']],
  [
    'a language without a content file',
    files => delete files['locales/ar/content/ends.json'],
    ['locales/ar/content/ends.json: is missing'],
  ],
  [
    'a question, an option and a help sentence not translated',
    files => {
      edit(files, 'locales/pl/content/start.json', 'born', undefined);
      edit(files, 'locales/pl/content/start.json', 'way/options/full', undefined);
      edit(files, 'locales/pl/content/start.json', 'way/help', undefined);
    },
    [
      "locales/pl/content/start.json: 'way': 'help' is missing",
      "locales/pl/content/start.json: 'way': options: 'full' is missing",
      "locales/pl/content/start.json: 'born' is missing",
    ],
  ],
  [
    'texts for what is not asked',
    files => {
      edit(files, 'locales/pl/content/start.json', 'gone', { text: 'x' });
      edit(files, 'locales/pl/content/start.json', 'share/why', 'x');
      files['locales/pl/content/poems.json'] = {};
      files['locales/en-GB/content/start.json'] = {};
    },
    [
      'locales/en-GB/content/start.json: English texts stand in dialogs/ itself',
      'locales/pl/content/poems.json: it words no file of dialogs/',
      "locales/pl/content/start.json: 'share': 'why' has no English text",
      "locales/pl/content/start.json: 'gone' is not in dialogs/",
    ],
  ],
  [
    'a text that is no text',
    files => edit(files, 'locales/pl/content/start.json', 'share/text', ''),
    ['locales/pl/content/start.json: share.text: is empty'],
  ],
  [
    'placeholders that do not agree',
    files => {
      edit(files, 'locales/ar/content/start.json', 'way/text', 'كيف {{service}}');
      edit(files, 'locales/ar/product.json', 'sent.reference', 'مرجعك {{refrence}}');
      edit(files, 'locales/ar/pages.json', 'page.exit', 'x {{ y');
    },
    [
      "locales/ar/product.json: 'sent.reference' leaves out {{reference}}",
      "locales/ar/product.json: 'sent.reference' has {{refrence}}, which the English text has not",
      "locales/ar/pages.json: 'page.exit' has braces that are no placeholder",
      "locales/ar/content/start.json: 'way': 'text' leaves out {{serviceName}}",
      "locales/ar/content/start.json: 'way': 'text' has {{service}}, which the English text has not",
    ],
  ],
  [
    'a plural form too few and one too many',
    files => {
      edit(files, 'locales/pl/product.json', 'sent.next_few', undefined);
      edit(files, 'locales/pl/product.json', 'sent.next_two', '{{count}}');
      edit(files, 'locales/en-GB/product.json', 'sent.next_one', undefined);
    },
    [
      "locales/en-GB/product.json: 'sent.next_one' is missing",
      "locales/pl/product.json: 'sent.next_few' is missing",
      "locales/pl/product.json: 'sent.next_two' is not a form this language has",
    ],
  ],
  [
    'product keys missing, left over and standing twice',
    files => {
      edit(files, 'locales/ar/product.json', 'answer.yes', undefined);
      edit(files, 'locales/ar/product.json', 'answer.perhaps', 'x');
      edit(files, 'locales/en-GB/pages.json', 'answer.no', 'No');
      edit(files, 'locales/en-GB/product.json', 'helpline.always', undefined);
    },
    [
      "locales/en-GB/product.json: 'helpline.always' is missing",
      "locales/en-GB/pages.json: 'answer.no' stands in product.json too",
      "locales/ar/product.json: 'answer.yes' is missing",
      "locales/ar/product.json: 'helpline.always' is not a key of the English file",
      "locales/ar/product.json: 'answer.perhaps' is not a key of the English file",
      "locales/ar/pages.json: 'answer.no' is missing",
      "locales/pl/product.json: 'helpline.always' is not a key of the English file",
      "locales/pl/pages.json: 'answer.no' is missing",
    ],
  ],
  [
    'a sentence that is a list',
    files => edit(files, 'locales/pl/pages.json', 'page.exit', ['x']),
    ['locales/pl/pages.json: page.exit: is not a sentence'],
  ],
  [
    'a folder with another tag inside',
    files => edit(files, 'locales/pl/locale.json', 'tag', 'pl-PL'),
    ["locales/pl/locale.json: tag: is 'pl-PL', but the folder is 'pl'"],
  ],
  [
    'a pattern that cannot be read',
    files => edit(files, 'locales/pl/red-flags.json', 'rules/0/pattern', '(a+'),
    ['locales/pl/red-flags.json rule \'die\': pattern "(a+" is refused'],
  ],
  [
    'no English at all',
    files => {
      for (const path of Object.keys(files)) if (path.startsWith('locales/en-GB/')) Reflect.deleteProperty(files, path);
    },
    [
      'locales/en-GB/product.json: is missing',
      'locales/en-GB/pages.json: is missing',
      'locales/en-GB/near.json: is missing',
      'locales/en-GB: is missing',
    ],
  ],
];

describe('loading content', () => {
  for (const [what, change, expected] of breakages) {
    it(`tells all about ${what}, by file and place`, () => {
      const problems = problemsAfter(change);
      expect(problems.length, problems.join('\n')).to.equal(expected.length);
      expected.forEach((problem, place) =>
        expect(problems[place]).to.satisfy(
          (told: string) => told.startsWith(problem.slice(0, 60)) && told.includes(problem.slice(-12)),
          `${String(problems[place])} is not ${problem}`,
        ),
      );
    });
  }

  it('gives every language, English first, with what it listens for folded', () => {
    const { content } = loadFiles(smallContent());
    expect([...content.languages.keys()]).to.deep.equal(['en-GB', 'ar', 'pl']);
    const polish = content.languages.get('pl');
    expect(polish?.needs.get('food')).to.deep.equal(['i need food', 'l food']);
    expect(polish?.listen.yes).to.deep.equal(['yespl']);
    expect(content.redFlags.rules.map(rule => rule.lang)).to.deep.equal(['en-GB', 'ar', 'pl']);
    expect([...content.codesOn]).to.deep.equal(['871731000000106']);
    expect(content.helplines.get('day')?.number).to.equal('0800 1111');
  });

  it('assembles the journey into one form whose linkIds and conditions are prefixed', () => {
    const { journey } = loadFiles(smallContent()).content;
    expect(journey.form.roots.map(({ linkId, type, text }) => [linkId, type, text])).to.deep.equal([
      ['start', 'group', 'Start'],
      ['screen-food', 'group', 'Food'],
    ]);
    const conditions = (linkId: string) => journey.form.byLinkId.get(linkId)?.enableWhen.map(({ question }) => question);
    expect(conditions('screen-food')).to.deep.equal(['start.needs']);
    expect(conditions('screen-food.since')).to.deep.equal(['screen-food.enough']);
    expect(conditions('screen-food.hello')).to.deep.equal(['start.name']);
    expect(journey.form.byLinkId.get('start.way')?.parent).to.equal('start');
    expect(journey.roles.way).to.deep.equal(['start.way']);
    expect(journey.roles.email).to.deep.equal([]);
    expect([...journey.form.sources.keys()]).to.deep.equal(['start', 'screen-food']);
    expect(journey.form.byLinkId.get('start.practice')?.options.map(({ code }) => code)).to.deep.equal(['A10001', 'other']);
    expect(journey.form.byLinkId.get('start.spoken')?.options[1]?.snomed?.code).to.equal('203901000000102');
  });

  it('has a version that changes with any word and with nothing else', () => {
    const version = (change: (files: Files) => unknown) => {
      const files = smallContent();
      change(files);
      return loadFiles(files).content.version;
    };
    const plain = version(() => undefined);
    expect(plain).to.match(/^[0-9a-f]{12}$/u);
    expect(version(() => undefined)).to.equal(plain);
    expect(version(files => edit(files, 'locales/ar/pages.json', 'page.exit', 'x'))).to.not.equal(plain);
  });

  it('cannot be changed afterwards', () => {
    const { content } = loadFiles(smallContent());
    expect(() => Object.assign(content.service, { name: 'Other' })).to.throw(TypeError);
    // The type forbids it; this asks whether the value does too.
    expect(() => (content.languages as Map<string, unknown>).delete('pl')).to.throw('frozen');
    expect(() => (content.codesOn as Set<string>).add('1')).to.throw('frozen');
    expect(() => (content.journey.form.order as unknown[]).pop()).to.throw(TypeError);
  });

  it('warns of helplines last verified more than 90 days ago, and of files nothing uses', () => {
    const files = smallContent();
    files['dialogs/screens/spare.json'] = {};
    expect(loadFiles(files).warnings).to.deep.equal([
      "dialogs/helplines.json: helpline 'day' was last verified 174 days ago, on 2026-06-01",
      'dialogs/screens/spare.json: no part of the journey uses it',
    ]);
    expect(loadFiles(smallContent(), { today: '2026-08-30' }).warnings).to.deep.equal([]);
  });

  it('refuses the sample service in production', () => {
    expect(problemsAfter(() => undefined, { production: true })).to.deep.equal([
      'dialogs/service.json: sample: this is the invented sample service; production needs your own',
    ]);
  });

  it('offers in production only English and the languages reviewed or let in, and keeps listening for danger in all', () => {
    const files = smallContent();
    edit(files, 'dialogs/service.json', 'sample', false);
    edit(files, 'locales/pl/locale.json', 'review/permission', reviewed);
    edit(files, 'locales/pl/locale.json', 'review/crisis', reviewed);
    const { content, warnings } = loadFiles(files, { production: true });
    expect([...content.languages.keys()]).to.deep.equal(['en-GB', 'pl']);
    expect(content.redFlags.rules.map(rule => rule.lang)).to.include('ar');
    expect(warnings).to.include('locales/ar/locale.json: review of permission and crisis is not finished, so the language is not offered');
    expect(warnings).to.include('locales/en-GB/locale.json: review of permission and crisis is not finished');
    const { content: let_in } = loadFiles(files, { production: true, draftLanguages: ['ar'] });
    expect([...let_in.languages.keys()]).to.deep.equal(['en-GB', 'ar', 'pl']);
  });

  it('keeps the words of languages it does not offer, and what they tell people to say on the telephone', () => {
    const files = edit(smallContent(), 'dialogs/service.json', 'sample', false);
    edit(files, 'locales/ar/locale.json', 'interpreter', { english: 'Arabic interpreter, please', sounds: 'أرابِك' });
    const { content } = loadFiles(files, { production: true });
    expect([...content.languages.keys()]).to.deep.equal(['en-GB']);
    expect([...content.unready.keys()]).to.deep.equal(['ar', 'pl']);
    expect(content.unready.get('ar')?.interpreter).to.deep.equal({ english: 'Arabic interpreter, please', sounds: 'أرابِك' });
    expect(content.unready.get('pl')).to.not.have.property('interpreter');
    expect(content.translator.word({ product: 'page.exit' }, 'ar')).to.equal('[عربي] Exit');
    expect([...loadFiles(files).content.unready.keys()]).to.deep.equal([]);
  });

  it('leaves a broken language out in production, says why, and goes on', () => {
    const files = edit(smallContent(), 'dialogs/service.json', 'sample', false);
    edit(files, 'locales/pl/content/red-flags.json', 'self-harm/now', undefined);
    const { content, warnings } = loadFiles(files, { production: true, draftLanguages: 'all' });
    expect([...content.languages.keys()]).to.deep.equal(['en-GB', 'ar']);
    expect([...content.unready.keys()]).to.deep.equal([]);
    expect(content.redFlags.rules.map(rule => rule.lang)).to.deep.equal(['en-GB', 'ar']);
    expect(warnings).to.include('locales/pl: has faults, so the language is left out until they are mended');
    expect(warnings).to.include("locales/pl/content/red-flags.json: 'self-harm': 'now' is missing");
  });

  it('refuses a broken language outside production, and wherever all faults are to be told', () => {
    const broken = (files: Files) => {
      edit(files, 'dialogs/service.json', 'sample', false);
      edit(files, 'locales/pl/content/ends.json', 'no-permission/next', undefined);
    };
    const said = ["locales/pl/content/ends.json: 'no-permission': 'next' is missing"];
    expect(problemsAfter(broken)).to.deep.equal(said);
    expect(problemsAfter(broken, { production: true, strict: true })).to.deep.equal(said);
    expect(problemsAfter(broken, { production: true })).to.deep.equal([]);
  });

  it('does not start in production on broken English or dialogs', () => {
    const real = (files: Files) => edit(files, 'dialogs/service.json', 'sample', false);
    const english = problemsAfter(files => edit(real(files), 'locales/en-GB/listen.json', 'yes', undefined), { production: true });
    expect(english.join()).to.include('locales/en-GB/listen.json: yes');
    const dialogs = problemsAfter(files => edit(real(files), 'dialogs/start.json', 'item/0/type', 'riddle'), { production: true });
    expect(dialogs.join()).to.include('dialogs/start.json');
  });

  it('refuses a draft language that is not there', () => {
    expect(problemsAfter(() => undefined, { draftLanguages: ['xx'] })).to.deep.equal([
      'locales/xx: is named as a draft language but is missing',
    ]);
  });

  it('tells missing folders as missing files', () => {
    expect(
      problemsAfter(files => {
        Object.keys(files).forEach(path => Reflect.deleteProperty(files, path));
      }),
    ).to.include('dialogs/service.json: is missing');
  });
});
