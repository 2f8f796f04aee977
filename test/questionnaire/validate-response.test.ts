import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { Form } from '../../src/content/forms/form.js';
import type { ItemType, Questionnaire, QuestionnaireItem } from '../../src/content/forms/questionnaire-schema.js';
import { buildResponse } from '../../src/questionnaire/build-response.js';
import { isValid, toOperationOutcome } from '../../src/questionnaire/response-issue.js';
import { validateResponse } from '../../src/questionnaire/validate-response.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

function sourceOf(form: Form): Questionnaire {
  const questionnaire = form.sources.get('');
  if (questionnaire === undefined) throw new Error('a test form has a source');
  return questionnaire;
}

interface Given {
  readonly status?: string;
  readonly item?: unknown;
  readonly [element: string]: unknown;
}

/** Every issue, as `severity code linkId: text`. */
function issues(items: readonly AnItem[], given: Given): string[] {
  const form = aForm(items);
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed', ...given };
  const found = validateResponse({ questionnaire: sourceOf(form), form, response });
  return found.map(({ severity, code, linkId, text }) => `${severity} ${code} ${linkId ?? '-'}: ${text}`);
}

const answered = (linkId: string, ...answer: unknown[]) => ({ linkId, answer });
const x = { valueString: 'x' };
const ifX = (question: string) => ({ enableWhen: [{ question, operator: '=', answerString: 'x' }] }) as const;

describe('Validating a QuestionnaireResponse', () => {
  const items: readonly AnItem[] = [
    { linkId: 'g', type: 'group', items: [{ linkId: 'a' }, { linkId: 'h', type: 'group', items: [{ linkId: 'b' }] }] },
    { linkId: 'q', items: [{ linkId: 'below' }] },
    { linkId: 'd', type: 'display' },
  ];
  const good = [
    { linkId: 'g', text: 'Any other text', item: [answered('a', x), { linkId: 'h', item: [answered('b', x)] }] },
    answered('q', { ...x, item: [answered('below', x)] }),
  ];

  it('has nothing against one that follows its questionnaire, whatever its texts', () => {
    expect(issues(items, { item: good })).to.deep.equal([]);
    expect(issues(items, {})).to.deep.equal([]);
    expect(issues(items, { item: [...good, { linkId: 'd' }] })).to.deep.equal([]);
  });

  it('has nothing against what buildResponse builds', () => {
    const form = aForm(items);
    const answers = { a: { values: [x], lang: 'pl' }, below: { values: [x] } };
    const questionnaire = sourceOf(form);
    const state = aState(form, answers);
    const response = buildResponse({ questionnaire, state, authored: '2026-01-02T03:04:05Z', language: 'pl', status: 'completed' });
    expect(validateResponse({ questionnaire, form, response })).to.deep.equal([]);
  });

  it('finds an item that is not in the questionnaire, wherever it stands', () => {
    expect(issues(items, { item: [answered('nobody', x), { linkId: 'g', item: [answered('me', x)] }] })).to.deep.equal([
      'error not-found nobody: is not in the questionnaire',
      'error not-found me: is not in the questionnaire',
    ]);
  });

  it('finds items in the wrong group, at the top, or too deep', () => {
    expect(issues(items, { item: [{ linkId: 'g', item: [answered('b', x)] }, answered('a', x)] })).to.deep.equal([
      "error structure b: belongs inside item 'h'",
      "error structure a: belongs inside item 'g'",
    ]);
    expect(issues(items, { item: [{ linkId: 'g', item: [answered('q', x)] }] })).to.deep.equal([
      'error structure q: belongs at the top, not inside another item',
    ]);
  });

  it('finds what stands below a question instead of inside its answer', () => {
    expect(issues(items, { item: [{ ...answered('q', x), item: [answered('below', x)] }] })).to.deep.equal([
      "error structure below: stands below a question, so it belongs inside an answer of 'q'",
    ]);
  });

  it('finds items both below a question and inside its answer (qrs-1)', () => {
    const both = { linkId: 'q', answer: [{ ...x, item: [answered('below', x)] }], item: [] };
    expect(issues(items, { item: [both] })).to.deep.equal(['error invariant q: has items both below itself and below an answer (qrs-1)']);
  });

  it('finds items out of order', () => {
    expect(issues(items, { item: [answered('q', x), { linkId: 'g', item: [answered('a', x)] }] })).to.deep.equal([
      'error structure g: is out of order',
    ]);
  });

  it('finds a question that comes twice, and a group that does unless it repeats', () => {
    const group = { linkId: 'g', item: [answered('a', x)] };
    expect(issues(items, { item: [group, group, answered('q', x), answered('q', x)] })).to.deep.equal([
      'error structure g: comes more than once, but does not repeat',
      'error structure q: comes more than once: all answers belong in one item',
    ]);
    const form = aForm(items);
    const source = sourceOf(form);
    const item = source.item.map((each): QuestionnaireItem => ({ ...each, repeats: each.linkId === 'g' }));
    const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item: [group, group] };
    expect(validateResponse({ questionnaire: { ...source, item }, form, response })).to.deep.equal([]);
  });

  it('finds answers to a group or a display', () => {
    expect(issues(items, { item: [answered('g', x), answered('d', x)] })).to.deep.equal([
      'error structure g: is a group, which has no answers',
      'error structure d: is a display, which has no answers',
    ]);
  });

  it('finds an answer to what is not enabled, itself or by its group', () => {
    const off = { enableWhen: [{ question: 'a', operator: '=', answerString: 'y' }] } as const;
    const conditional: AnItem[] = [
      { linkId: 'a' },
      { linkId: 'b', ...off },
      { linkId: 'g', type: 'group', ...off, items: [{ linkId: 'c' }] },
    ];
    const item = [answered('a', x), answered('b', x), { linkId: 'g', item: [answered('c', x)] }];
    expect(issues(conditional, { item })).to.deep.equal([
      'error business-rule b: has an answer, but is not enabled',
      'error business-rule c: has an answer, but is not enabled',
    ]);
    expect(issues(conditional, { item: [answered('a', { valueString: 'y' }), ...item.slice(1)] })).to.deep.equal([]);
  });

  const table: readonly (readonly [string, Omit<AnItem, 'linkId'>, readonly unknown[], readonly string[]])[] = [
    ['a wrong type', { type: 'integer' }, [x], ['error value a: has a value of the wrong type']],
    ['a time for a date', { type: 'date' }, [{ valueTime: '11:00:00' }], ['error value a: has a value of the wrong type']],
    [
      'no option',
      { type: 'choice', options: [anOption('y')] },
      [{ valueCoding: { code: 'z' } }],
      ['error code-invalid a: is not one of the answers to choose from'],
    ],
    ['several answers to one', {}, [x, x], ['error structure a: has several answers, but does not repeat']],
    ['several answers to many', { repeats: true }, [x, x], []],
    [
      'an exclusive answer with others',
      { type: 'choice', repeats: true, options: [anOption('y'), anOption('n', { exclusive: true })] },
      [anOption('y').value, anOption('n').value],
      ['error business-rule a: has an exclusive answer together with others'],
    ],
    ['too long a text', { maxLength: 2 }, [{ valueString: 'abc' }], ['error too-long a: has more than 2 characters']],
    ['too short a text', { minLength: 2 }, [x], ['error value a: has fewer than 2 characters']],
    ['a long enough text', { minLength: 2 }, [{ valueString: 'ab' }], []],
    ['a text over 1,000 characters where none is said', {}, [{ valueString: 'x'.repeat(5000) }], []],
    ['a text over a megabyte', {}, [{ valueString: 'x'.repeat(1_048_577) }], ['error too-long a: has more than 1048576 characters']],
    ['an empty text', {}, [{ valueString: '' }], ['error value a: holds nothing']],
    ['a control character', {}, [{ valueString: 'a\u0001' }], ['warning value a: holds control characters']],
    ['too small a number', { type: 'integer', min: 1 }, [{ valueInteger: 0 }], ['error value a: is below 1']],
    ['too large a number', { type: 'integer', max: 1 }, [{ valueInteger: 2 }], ['error value a: is above 1']],
    ['half a whole number', { type: 'integer' }, [{ valueInteger: 0.5 }], ['error value a: is not a whole number']],
    [
      'too many places',
      { type: 'decimal', maxDecimalPlaces: 1 },
      [{ valueDecimal: 0.25 }],
      ['error value a: has more than 1 decimal places'],
    ],
    ['no date', { type: 'date' }, [{ valueDate: 'soon' }], ['error value a: is not a FHIR date']],
    ['a day not in the calendar', { type: 'date' }, [{ valueDate: '2023-02-30' }], ['error value a: is not in the calendar']],
    ['a day too early', { type: 'date', min: '2000-01-01' }, [{ valueDate: '1999-12-31' }], ['error value a: is before 2000-01-01']],
    ['an answer with nothing in it', {}, [{}], ['error structure a: has an answer with nothing in it']],
    ['an answer with two values', {}, [{ ...x, valueInteger: 1 }], ['error structure a: has several values: valueInteger, valueString']],
    ['an answer that says why it has no value', {}, [{ _valueString: { extension: [] } }], []],
    ['an answer with an extension alone', {}, [{ extension: [] }], []],
    ['a value with its language', {}, [{ ...x, _valueString: { extension: [] } }], []],
    ['no answers in a list', {}, [], []],
    [
      'a value of a kind that no answer has',
      {},
      [{ valueInstant: '2020-01-01T00:00:00Z' }],
      ['error value a: has a value of the wrong type'],
    ],
  ];
  for (const [say, item, answers, expected] of table) {
    it(`finds ${expected.length === 0 ? 'nothing wrong with' : 'fault with'} ${say}`, () => {
      expect(issues([{ linkId: 'a', ...item }], { item: [answered('a', ...answers)] })).to.deep.equal(expected);
    });
  }

  it('knows the wrong type for every type of question', () => {
    const values: Readonly<Record<string, object>> = {
      boolean: { valueBoolean: true },
      decimal: { valueDecimal: 1.5 },
      integer: { valueInteger: 1 },
      date: { valueDate: '2020-01-01' },
      dateTime: { valueDateTime: '2020-01-01T00:00:00Z' },
      time: { valueTime: '10:00:00' },
      string: x,
      url: { valueUri: 'https://example.org' },
      choice: { valueCoding: { code: 'c' } },
      attachment: { valueAttachment: { url: 'https://example.org/a.pdf' } },
      reference: { valueReference: { reference: 'Patient/1' } },
      quantity: { valueQuantity: { value: 1, unit: 'kg' } },
    };
    for (const [kind, value] of Object.entries(values)) {
      for (const type of Object.keys(values)) {
        // Safe: the keys of `values` are item types.
        const found = issues([{ linkId: 'a', type: type as ItemType }], { item: [answered('a', value)] });
        expect(found, `${kind} for ${type}`).to.deep.equal(type === kind ? [] : ['error value a: has a value of the wrong type']);
      }
      for (const type of ['text', 'open-choice'] as const) {
        const isRight = type === 'text' ? kind === 'string' : kind === 'string' || kind === 'choice';
        const found = issues(
          [{ linkId: 'a', type, ...(type === 'open-choice' && { options: [anOption('c', { value: { valueCoding: { code: 'c' } } })] }) }],
          {
            item: [answered('a', value)],
          },
        );
        expect(found, `${kind} for ${type}`).to.deep.equal(isRight ? [] : ['error value a: has a value of the wrong type']);
      }
    }
  });

  describe('of what repeats', () => {
    const options = [anOption('c'), anOption('d')];
    const repeating: readonly AnItem[] = [
      { linkId: 'p', type: 'group', repeats: true, maxOccurs: 2, items: [{ linkId: 'n' }, { linkId: 'e', ...ifX('n') }] },
      { linkId: 'q', repeats: true, maxOccurs: 2, items: [{ linkId: 'below', ...ifX('q') }] },
      {
        linkId: 'c',
        type: 'choice',
        repeats: true,
        options,
        items: [{ linkId: 'why', enableWhen: [{ question: 'c', operator: '=', answerCoding: { code: 'c' } }] }],
      },
      { linkId: 'single', type: 'group', items: [{ linkId: 's' }] },
    ];
    const p = (...item: readonly unknown[]) => ({ linkId: 'p', item });
    const y = { valueString: 'y' };

    it('has nothing against a group that comes as often as it may', () => {
      expect(issues(repeating, { item: [p(answered('n', x), answered('e', y)), p(answered('n', y))] })).to.deep.equal([]);
    });

    it('finds a group that comes too often, once', () => {
      const four = Array.from({ length: 4 }, () => p(answered('n', y)));
      expect(issues(repeating, { item: four.slice(0, 2) })).to.deep.equal([]);
      expect(issues(repeating, { item: four.slice(0, 3) })).to.deep.equal(['error structure p: comes more than 2 times']);
      expect(issues(repeating, { item: four })).to.deep.equal(['error structure p: comes more than 2 times']);
    });

    it('finds too many answers, and too few', () => {
      expect(issues(repeating, { item: [answered('q', x, y, y)] })).to.deep.equal(['error structure q: has more than 2 answers']);
      expect(issues([{ linkId: 'q', repeats: true, minOccurs: 2 }], { item: [answered('q', x)] })).to.deep.equal([
        'error required q: has fewer than 2 answers',
      ]);
      expect(issues([{ linkId: 'q', repeats: true, minOccurs: 2 }], { item: [answered('q', x, y)] })).to.deep.equal([]);
      expect(issues([{ linkId: 'q', repeats: true, minOccurs: 2 }], { status: 'in-progress', item: [answered('q', x)] })).to.deep.equal([]);
    });

    it('judges conditions in the repetition, and in the answer, that something stands in', () => {
      const wrong = { item: [p(answered('n', y), answered('e', y)), p(answered('n', x), answered('e', y))] };
      expect(issues(repeating, wrong)).to.deep.equal(['error business-rule e: has an answer, but is not enabled']);
      const below = answered('below', x);
      expect(issues(repeating, { item: [answered('q', { ...x, item: [below] }, y)] })).to.deep.equal([]);
      expect(issues(repeating, { item: [answered('q', x, { ...y, item: [below] })] })).to.deep.equal([
        'error business-rule below: has an answer, but is not enabled',
      ]);
      const [c, d] = options.map(option => option.value);
      expect(issues(repeating, { item: [answered('c', d, { ...c, item: [answered('why', x)] })] })).to.deep.equal([]);
      expect(issues(repeating, { item: [answered('c', c, { ...d, item: [answered('why', x)] })] })).to.deep.equal([
        'error business-rule why: has an answer, but is not enabled',
      ]);
    });

    it('says where in the response it stands', () => {
      const form = aForm(repeating);
      const response = {
        resourceType: 'QuestionnaireResponse',
        status: 'completed',
        item: [p(answered('n', x)), p(answered('n', y), answered('e', y)), answered('q', y, { ...y, item: [answered('below', x)] })],
      };
      const found = validateResponse({ questionnaire: sourceOf(form), form, response });
      expect(found.map(({ expression }) => expression)).to.deep.equal([
        'QuestionnaireResponse.item[1].item[1]',
        'QuestionnaireResponse.item[2].answer[1].item[0]',
      ]);
    });

    it('finds what does not repeat come twice inside a repetition', () => {
      expect(issues(repeating, { item: [p(answered('n', y), answered('n', y))] })).to.deep.equal([
        'error structure n: comes more than once: all answers belong in one item',
      ]);
      expect(issues(repeating, { item: [answered('s', x)] })).to.deep.equal(["error structure s: belongs inside item 'single'"]);
    });
  });

  describe('of its rules', () => {
    const rules = { variables: [], constraints: [] };
    const value = (linkId: string) => `%resource.item.where(linkId='${linkId}').answer.value`;
    const constraint = (severity: 'error' | 'warning') => ({
      key: 'k',
      severity,
      human: 'Three at least.',
      expression: `${value('n')} > 2`,
    });
    const n = (valueInteger: number) => answered('n', { valueInteger });

    it('tells a broken constraint as its author meant it, once it is over', () => {
      for (const severity of ['error', 'warning'] as const) {
        const items: AnItem[] = [{ linkId: 'n', type: 'integer', rules: { ...rules, constraints: [constraint(severity)] } }];
        expect(issues(items, { item: [n(2)] })).to.deep.equal([`${severity} invariant n: breaks the rule 'k': Three at least.`]);
        expect(issues(items, { item: [n(3)] })).to.deep.equal([]);
        expect(issues(items, { status: 'in-progress', item: [n(2)] })).to.deep.equal([]);
      }
    });

    it('tells one that stands on the form without a linkId', () => {
      const form: Form = { ...aForm([{ linkId: 'n', type: 'integer' }]), rules: { ...rules, constraints: [constraint('error')] } };
      const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item: [n(1)] };
      expect(validateResponse({ questionnaire: sourceOf(form), form, response })).to.deep.equal([
        { severity: 'error', code: 'invariant', expression: 'QuestionnaireResponse', text: "breaks the rule 'k': Three at least." },
      ]);
    });

    it('warns of a calculated value that differs, finished or not', () => {
      const items: AnItem[] = [
        { linkId: 'n', type: 'integer' },
        { linkId: 'twice', type: 'integer', readOnly: true, rules: { ...rules, calculated: `${value('n')} * 2` } },
      ];
      const told = ['warning business-rule twice: holds another value than its calculatedExpression gives'];
      const twice = (...values: readonly number[]) => answered('twice', ...values.map(valueInteger => ({ valueInteger })));
      expect(issues(items, { item: [n(2), twice(5)] })).to.deep.equal(told);
      expect(issues(items, { status: 'in-progress', item: [n(2), twice(5)] })).to.deep.equal(told);
      expect(issues(items, { item: [n(2), twice(4)] })).to.deep.equal([]);
      expect(issues(items, { item: [n(2)] })).to.deep.equal([]);
      expect(issues(items, { item: [twice(4)] })).to.deep.equal([]);
      expect(issues(items, { item: [n(2), twice(4, 4)] })).to.include(told[0]);
    });

    it('warns of a rule that could not be evaluated', () => {
      const items: AnItem[] = [{ linkId: 'n', type: 'integer', rules: { ...rules, calculated: "'a'.nothing(" } }];
      expect(issues(items, { item: [n(2)] })).to.deep.equal([
        "warning not-supported n: the rule 'calculatedExpression' could not be evaluated",
      ]);
      const form: Form = {
        ...aForm([{ linkId: 'n', type: 'integer' }]),
        rules: { ...rules, constraints: [{ ...constraint('error'), expression: '(' }] },
      };
      const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item: [n(1)] };
      expect(validateResponse({ questionnaire: sourceOf(form), form, response })).to.deep.equal([
        {
          severity: 'warning',
          code: 'not-supported',
          expression: 'QuestionnaireResponse',
          text: "the rule 'constraint k' could not be evaluated",
        },
      ]);
    });

    it('says of a rule that was stopped that it took too long', function () {
      this.timeout(20_000);
      const forever =
        "('x').combine('x') | (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9).repeat($this.select(iif($this > 100000000, {}, $this + 1)))";
      const form: Form = {
        ...aForm([{ linkId: 'n', type: 'integer', rules: { ...rules, calculated: `${forever}.count()` } }]),
        foreign: true,
      };
      const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item: [n(1)] };
      expect(validateResponse({ questionnaire: sourceOf(form), form, response }).map(({ text }) => text)).to.deep.equal([
        "the rule 'calculatedExpression' took too long and was stopped",
      ]);
    });

    it('takes now() for when the response was made', () => {
      const items: AnItem[] = [{ linkId: 'd', type: 'date', readOnly: true, rules: { ...rules, calculated: 'today()' } }];
      const item = [answered('d', { valueDate: '2020-02-03' })];
      expect(issues(items, { authored: '2020-02-03T04:05:06Z', item })).to.deep.equal([]);
      expect(issues(items, { authored: '2020-02-04T04:05:06Z', item }).length).to.equal(1);
    });
  });

  describe('of what is required', () => {
    const required: readonly AnItem[] = [
      { linkId: 'a', required: true },
      { linkId: 'g', type: 'group', required: true, items: [{ linkId: 'h', type: 'group', items: [{ linkId: 'b' }] }] },
      { linkId: 'o', type: 'group', items: [{ linkId: 'c', required: true }] },
      { linkId: 'hidden', type: 'group', hidden: true, items: [{ linkId: 'in-hidden', required: true }] },
      { linkId: 'off', required: true, enableWhen: [{ question: 'a', operator: '=', answerString: 'y' }] },
      { linkId: 'q', items: [{ linkId: 'below', required: true, items: [{ linkId: 'far-below', required: true }] }] },
    ];

    it('misses what is enabled and not hidden, in a completed or amended response', () => {
      const expected = ['a', 'g', 'c'].map(linkId => `error required ${linkId}: is required and has no answer`);
      expect(issues(required, {})).to.deep.equal(expected);
      expect(issues(required, { status: 'amended' })).to.deep.equal(expected);
      expect(issues(required, { status: 'in-progress' })).to.deep.equal([]);
      expect(issues(required, { status: 'stopped' })).to.deep.equal([]);
    });

    it('misses what stands below a question only once that is answered', () => {
      const item = [
        answered('a', x),
        { linkId: 'g', item: [{ linkId: 'h', item: [answered('b', x)] }] },
        { linkId: 'o', item: [answered('c', x)] },
        answered('q', x),
      ];
      expect(issues(required, { item })).to.deep.equal(['error required below: is required and has no answer']);
      expect(issues(required, { item: item.slice(0, 3) })).to.deep.equal([]);
    });

    it('misses what becomes enabled', () => {
      expect(issues(required, { item: [answered('a', { valueString: 'y' })] })).to.include(
        'error required off: is required and has no answer',
      );
    });
  });

  it('finds a response to another questionnaire, or another version of it', () => {
    const named = (questionnaire: string, source: Partial<Questionnaire> = {}): number => {
      const form = aForm([{ linkId: 'a' }]);
      const response = { resourceType: 'QuestionnaireResponse', status: 'completed', questionnaire };
      return validateResponse({ questionnaire: { ...sourceOf(form), ...source }, form, response }).length;
    };
    const without = { url: undefined, version: undefined };
    expect(named('https://example.org/form|1')).to.equal(0);
    expect(named('https://example.org/form')).to.equal(0);
    expect(named('https://example.org/form|2')).to.equal(1);
    expect(named('https://example.org/other')).to.equal(1);
    expect(named('https://example.org/form|2', { version: undefined })).to.equal(0);
    expect(named('Questionnaire/f', { id: 'f' })).to.equal(0);
    expect(named('#f', { ...without, id: 'f' })).to.equal(0);
    expect(named('Questionnaire/e', { ...without, id: 'f' })).to.equal(1);
    expect(named('https://example.org/any', without)).to.equal(0);
  });

  it('says which questionnaire it wanted', () => {
    expect(issues([{ linkId: 'a' }], { questionnaire: 'urn:x' })).to.deep.equal([
      "error value -: answers 'urn:x', but this questionnaire is 'https://example.org/form|1'",
    ]);
  });

  it('says what is wrong with a shape it cannot read, and where', () => {
    const shapes: unknown[] = [null, 'text', 7, [], {}, { resourceType: 'Patient' }];
    for (const response of shapes) {
      const form = aForm([{ linkId: 'a' }]);
      const found = validateResponse({ questionnaire: sourceOf(form), form, response });
      expect(found.map(({ code }) => code)).to.include('structure');
      expect(isValid(found)).to.equal(false);
    }
    expect(issues([{ linkId: 'a' }], { item: [answered('a', { valueInteger: 'one' })] })[0]).to.match(
      /^error structure -: QuestionnaireResponse\.item\[0\]\.answer\[0\]\.valueInteger: /,
    );
  });

  it('tells all of it as an OperationOutcome, and that all is well when it is', () => {
    const form = aForm([{ linkId: 'a', type: 'integer' }]);
    const response = { resourceType: 'QuestionnaireResponse', status: 'completed', questionnaire: 'urn:x', item: [answered('a', x)] };
    const found = validateResponse({ questionnaire: sourceOf(form), form, response });
    expect(toOperationOutcome(found).issue).to.deep.equal([
      {
        severity: 'error',
        code: 'value',
        details: { text: "answers 'urn:x', but this questionnaire is 'https://example.org/form|1'" },
        expression: ['QuestionnaireResponse.questionnaire'],
      },
      {
        severity: 'error',
        code: 'value',
        details: { text: "item 'a': has a value of the wrong type" },
        expression: ['QuestionnaireResponse.item[0].answer[0]'],
      },
    ]);
    expect(toOperationOutcome([]).issue).to.deep.equal([
      { severity: 'information', code: 'informational', details: { text: 'The response is valid for this questionnaire.' } },
    ]);
    expect(isValid([])).to.equal(true);
  });
});
