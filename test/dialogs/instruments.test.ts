// The free instruments score as published: worked by hand, at both edges of every band.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { z } from 'zod';
import { type Chosen, calculate, itemOf, readDialog } from './calculate.js';

const bandUrl = 'https://waymark.example/fhir/StructureDefinition/score-band';
const limit = z.tuple([
  z.object({ url: z.literal('from'), valueDecimal: z.number().int() }),
  z.object({ url: z.literal('to'), valueDecimal: z.number().int() }),
  z.object({ url: z.literal('label'), valueString: z.string().min(1) }),
]);

/** The bands of an item as `from-to label`. */
function bandsOf(name: string, linkId: string): readonly string[] {
  const bands = (itemOf(readDialog(name), linkId).extension ?? []).filter(({ url }) => url === bandUrl);
  return bands.map(each => {
    const [from, to, label] = limit.parse(each['extension']);
    return `${String(from.valueDecimal)}-${String(to.valueDecimal)} ${label.valueString}`;
  });
}

/** [what it shows, the answers, what it gives] */
type Row = readonly [string, Chosen, unknown];

function eachRow(name: string, linkId: string, rows: readonly Row[]): void {
  for (const [title, chosen, expected] of rows) {
    it(title, () => {
      expect(calculate(name, linkId, chosen), 'alone').to.equal(expected);
      expect(calculate(name, linkId, chosen, true), 'inside a group').to.equal(expected);
    });
  }
}

describe('ONS4', () => {
  it('has the bands the ONS reports by, anxiety the other way round', () => {
    const good = ['0-4 low', '5-6 medium', '7-8 high', '9-10 very high'];
    for (const linkId of ['satisfied', 'worthwhile', 'happy']) expect(bandsOf('life', linkId), linkId).to.deep.equal(good);
    expect(bandsOf('life', 'anxious')).to.deep.equal(['0-1 very low', '2-3 low', '4-5 medium', '6-10 high']);
  });

  it('is never added up', () => {
    expect(JSON.stringify(readDialog('life'))).not.to.match(/calculatedExpression|StructureDefinition\/score"/u);
  });
});

describe('the three UCLA items', () => {
  const ucla = (companionship: string, leftOut: string, isolated: string): Chosen => ({ companionship, 'left-out': leftOut, isolated });
  eachRow('screens/loneliness', 'ucla-total', [
    ['give 3 at the least', ucla('hardly', 'hardly', 'hardly'), 3],
    ['give 5, the most below the cut-off', ucla('some', 'some', 'hardly'), 5],
    ['give 6, the cut-off', ucla('some', 'some', 'some'), 6],
    ['give 6 in another way', ucla('often', 'some', 'hardly'), 6],
    ['give 9 at the most', ucla('often', 'often', 'often'), 9],
    ['give nothing when one was left out', { companionship: 'often', isolated: 'often' }, undefined],
    ['do not count the direct measure', { ...ucla('hardly', 'hardly', 'hardly'), lonely: 'often' }, 3],
  ]);

  it('part at 6', () => {
    expect(bandsOf('screens/loneliness', 'ucla')).to.deep.equal(['3-5 below the usual cut-off of 6', '6-9 6 or more: usually taken as lonely']);
  });

  it('stand before the direct measure, as the ONS lists them', () => {
    expect(readDialog('screens/loneliness').item.map(({ linkId }) => linkId)).to.deep.equal(['ucla', 'lonely']);
  });
});

describe('the Hunger Vital Sign', () => {
  const [often, sometimes, never, unknown] = ['LA28397-0', 'LA6729-3', 'LA28398-8', 'LA15775-2'];
  const [atRisk, noRisk] = ['LA19952-3', 'LA19983-8'];
  eachRow('screens/food', 'food-risk', [
    ['shows a risk at "often" once', { worried: often, lasted: never }, atRisk],
    ['shows a risk at "sometimes" once, in the second', { worried: never, lasted: sometimes }, atRisk],
    ['shows none at "never" twice', { worried: never, lasted: never }, noRisk],
    ['shows a risk though the other is not known', { worried: unknown, lasted: sometimes }, atRisk],
    ['shows a risk though the other was skipped', { worried: sometimes }, atRisk],
    ['says nothing of "never" and one not known', { worried: never, lasted: unknown }, undefined],
    ['says nothing of "never" and one skipped', { lasted: never }, undefined],
    ['says nothing of nothing', {}, undefined],
  ]);

  it('carries the LOINC codes of the panel, the two statements and the result', () => {
    const food = readDialog('screens/food');
    const codes = ['worried', 'lasted', 'food-risk'].map(linkId => itemOf(food, linkId).code?.[0]?.code);
    expect(codes).to.deep.equal(['88122-7', '88123-5', '88124-3']);
    expect(food['code']).to.have.nested.property('[0].code', '88121-9');
  });
});

describe('AUDIT-C', () => {
  const drinks = (frequency: string, units: string, binge: string): Chosen => ({ frequency, units, binge });
  eachRow('screens/alcohol-drugs', 'audit-c-total', [
    ['gives 0 at "never", with nothing else asked', { frequency: 'never' }, 0],
    ['gives 1 at the least for someone who drinks', drinks('monthly-or-less', '0-to-2', 'never'), 1],
    ['gives 4, the most below positive', drinks('2-to-4-a-month', '3-to-4', 'less-than-monthly'), 4],
    ['gives 5, positive', drinks('2-to-3-a-week', '3-to-4', 'less-than-monthly'), 5],
    ['gives 5 from frequency and amount alone', drinks('4-or-more-a-week', '3-to-4', 'never'), 5],
    ['gives 9', drinks('4-or-more-a-week', '7-to-9', 'monthly'), 9],
    ['gives 12 at the most', drinks('4-or-more-a-week', '10-or-more', 'daily'), 12],
    ['gives nothing when a question was left out', { frequency: 'monthly-or-less', units: '0-to-2' }, undefined],
    ['gives nothing when nothing was answered', {}, undefined],
  ]);

  it('is positive at 5 or more', () => {
    expect(bandsOf('screens/alcohol-drugs', 'audit-c')).to.deep.equal(['0-4 lower risk (below 5)', '5-12 positive (5 or more)']);
  });
});

describe('GPPAQ', () => {
  const works = ['none', 'sitting', 'standing', 'physical', 'heavy'];
  const hours = ['none', 'under-1', '1-to-3', '3-or-more'];
  // The published table: a row for each amount of exercise and cycling, a column for each kind of work (none and sitting are one).
  const table = [
    [0, 0, 1, 2, 3],
    [1, 1, 2, 3, 3],
    [2, 2, 3, 3, 3],
    [3, 3, 3, 3, 3],
  ];
  const index = (work: string, exercise: string, cycling: string): unknown =>
    calculate('screens/activity', 'gppaq-index', { work, exercise, cycling });

  it('gives every cell of the published table, for exercise and for cycling', () => {
    hours.forEach((amount, row) => {
      works.forEach((work, column) => {
        expect(index(work, amount, 'none'), `${work}, ${amount} of exercise`).to.equal(table[row]?.[column]);
        expect(index(work, 'none', amount), `${work}, ${amount} of cycling`).to.equal(table[row]?.[column]);
      });
    });
  });

  it('puts exercise and cycling together', () => {
    expect(index('sitting', 'under-1', 'under-1')).to.equal(2);
    expect(index('sitting', '1-to-3', 'under-1')).to.equal(3);
    expect(index('heavy', '3-or-more', '3-or-more')).to.equal(3);
  });

  eachRow('screens/activity', 'gppaq-index', [
    ['does not count walking, housework, gardening or pace', { work: 'none', exercise: 'none', cycling: 'none', walking: '3-or-more', housework: '3-or-more', gardening: '3-or-more', pace: 'fast' }, 0],
    ['gives nothing when work was left out', { exercise: 'none', cycling: 'none' }, undefined],
    ['gives nothing when cycling was left out', { work: 'heavy', exercise: 'none' }, undefined],
  ]);

  it('has four levels', () => {
    expect(bandsOf('screens/activity', 'gppaq-index')).to.deep.equal(['0-0 Inactive', '1-1 Moderately inactive', '2-2 Moderately active', '3-3 Active']);
  });
});

describe('the unpaid care question', () => {
  it('has the bands of hours of the Census and its instruction', () => {
    const hours = itemOf(readDialog('screens/caring'), 'hours');
    expect(hours.answerOption?.map(({ valueCoding }) => valueCoding?.code)).to.deep.equal(['no', 'up-to-9', '10-to-19', '20-to-34', '35-to-49', '50-or-more']);
    expect(hours.item?.[0]?.text).to.equal('Exclude anything you do as part of your paid employment.');
  });
});

describe('AHC-HRSN, adapted', () => {
  const name = 'instruments/ahc-hrsn-adapted';

  it('says in its title and description what it is', () => {
    const { title, description, experimental } = readDialog(name);
    expect(title).to.include('adapted');
    expect(description).to.match(/^ADAPTED .*not validated/u);
    expect(experimental).to.equal(true);
  });

  it('asks neither about violence nor drugs nor mood, whose questions are not free or not ours to ask', () => {
    const codes = JSON.stringify(readDialog(name).item);
    expect(codes).not.to.match(/9561[4-8]|68524-8|95530-2|44250-9|44255-8|hurt|threaten you|drug/u);
  });

  it('counts a point for each answer that shows a need, and no total over its areas', () => {
    const points = (linkId: string): Readonly<Record<string, unknown>> =>
      Object.fromEntries(
        (itemOf(readDialog(name), linkId).answerOption ?? []).map(option => [option.valueCoding?.code ?? '', option.extension?.[0]?.['valueDecimal']]),
      );
    expect(points('living')).to.deep.equal({ 'LA31993-1': 0, 'LA31994-9': 1, 'LA31995-6': 1 });
    expect(points('utilities')).to.deep.equal({ 'LA33-6': 1, 'LA32-8': 0, 'LA32002-0': 1 });
    expect(points('transport')).to.deep.equal({ 'LA33-6': 1, 'LA32-8': 0 });
    expect(points('worried')).to.deep.equal({ 'LA28397-0': 1, 'LA6729-3': 1, 'LA28398-8': 0 });
    expect(Object.entries(points('problems')).filter(([, point]) => point === 0)).to.deep.equal([['LA9-3', 0]]);
    for (const area of ['home', 'food', 'travel', 'energy']) expect(bandsOf(name, area), area).to.deep.equal(['0-0 no need shown', '1-1 need shown']);
  });
});
