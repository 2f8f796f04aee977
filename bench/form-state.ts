// How long the next question of a large form takes, and what the form weighs: 800 items, 70 conditions; the same with 20 expressions.
// `node dist/bench/form-state.js`; memory needs `--expose-gc`. Ratios are against one walk over a plain array of 800 items.
import { performance } from 'node:perf_hooks';
import { checkQuestionnaireFile } from '../src/content/forms/check-questionnaire.js';
import type { Form } from '../src/content/forms/form.js';
import { deriveFormState, type FormState } from '../src/questionnaire/form-state.js';
import type { GivenAnswer } from '../src/questionnaire/answers.js';
import { walk } from '../src/questionnaire/relevant-items.js';

const expressionUrl = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';

/** 40 groups of 19 questions: 800 items. One in eleven hangs on an answer of the group before; `expressions` totals sum nine answers each. */
function aLargeQuestionnaire(expressions: number): unknown {
  let conditions = 0;
  const group = (g: number) => ({
    linkId: `g${String(g)}`,
    type: 'group',
    text: `Section ${String(g)}`,
    item: Array.from({ length: 19 }, (_, q) => {
      const linkId = `g${String(g)}.${String(q)}`;
      if (q === 18 && g < expressions) {
        const sum = Array.from(
          { length: 18 },
          (__, at) => `%resource.item.where(linkId='g${String(g)}').item.where(linkId='g${String(g)}.${String(at)}').answer.value`,
        );
        const expression = sum.join(' + ');
        return {
          linkId,
          type: 'integer',
          text: 'Total',
          readOnly: true,
          extension: [{ url: expressionUrl, valueExpression: { language: 'text/fhirpath', expression } }],
        };
      }
      const hangs = g > 0 && q % 10 === 5 && conditions < 70;
      if (hangs) conditions += 1;
      const enableWhen = [{ question: `g${String(g - 1)}.0`, operator: '>', answerInteger: 2 }];
      return { linkId, type: 'integer', text: `Question ${linkId}`, ...(hangs && { enableWhen }) };
    }),
  });
  return { resourceType: 'Questionnaire', status: 'active', item: Array.from({ length: 40 }, (_, g) => group(g)) };
}

function load(expressions: number): Form {
  const { form, problems } = checkQuestionnaireFile(aLargeQuestionnaire(expressions), 'large');
  if (form === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  return { ...form, foreign: false };
}

const toAnswer = (values: GivenAnswer['values']): GivenAnswer => ({ values });

/** Answers every other question asked, so that the walk has far to go. */
function halfAnswered(form: Form): Record<string, GivenAnswer> {
  const asked = form.order.filter(item => item.type === 'integer' && item.rules === undefined);
  return Object.fromEntries(asked.slice(0, asked.length / 2).map((item, at) => [item.linkId, { values: [{ valueInteger: at % 5 }] }]));
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function time(rounds: number, work: (round: number) => unknown): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
  return median(times.slice(Math.floor(rounds / 5)));
}

/** Median milliseconds of the next question: from nothing, and after one more answer. */
function measure(form: Form, rounds: number): { readonly fresh: number; readonly next: number } {
  const answers = halfAnswered(form);
  const fresh = time(rounds, () => walk(deriveFormState(form, { answers, toAnswer }), []));
  const before: FormState = deriveFormState(form, { answers, toAnswer });
  const next = time(rounds, round => {
    const changed: Record<string, GivenAnswer> = { ...answers, 'g3.4': { values: [{ valueInteger: round }] } };
    return walk(deriveFormState(form, { answers: changed, toAnswer }, before), []);
  });
  return { fresh, next };
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}

const show = (label: string, value: number, unit: string): void =>
  void process.stdout.write(`${label.padEnd(56)} ${value.toFixed(3)} ${unit}\n`);

load(0);
const empty = heap();
const plain = load(0);
measure(plain, 2000);
const weight = heap() - empty;
const ruled = load(20);
measure(ruled, 40);
const ruledWeight = heap() - empty;
const items = plain.order;
const floor = time(2000, () => items.find(item => item.text === ''));
const { fresh, next } = measure(plain, 1000);
const withRules = measure(ruled, 60);
show('items', items.length, '');
show(
  'conditions',
  items.reduce((sum, item) => sum + item.enableWhen.length, 0),
  '',
);
show('floor: one look at each item', floor * 1000, 'us');
show('next question, nothing remembered (limit 200)', fresh * 1000, 'us');
show('next question after one more answer (limit 200)', next * 1000, 'us');
show('ratio to the floor', fresh / floor, 'x');
show('20 expressions, nothing remembered (limit 20)', withRules.fresh, 'ms');
show('20 expressions, after one more answer (limit 20)', withRules.next, 'ms');
show('memory of the form above an empty one (limit 20)', weight, 'MB');
show('memory with expressions, the engine included (limit 20)', ruledWeight, 'MB');
