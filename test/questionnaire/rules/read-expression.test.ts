import { expect } from 'chai';
import { describe, it } from 'mocha';
import { linkIdsReadBy, readExpression } from '../../../src/questionnaire/rules/read-expression.js';

describe('linkIdsReadBy', () => {
  const reads = (expression: string, expected: readonly string[] | 'everything'): void => {
    it(`finds ${String(expected)} in ${expression}`, () => {
      expect(linkIdsReadBy(expression)).to.deep.equal(expected);
    });
  };

  reads("%resource.repeat(item).where(linkId='x').answer.value.sum()", ['x']);
  reads("%resource.item.where(linkId='g').item.where(linkId='y' and answer.exists()).answer.value", ['y']);
  reads("%resource.descendants().where(linkId in ('a' | 'b')).answer.value.ordinal().sum() > 3", ['a', 'b']);
  reads("%resource.children().where($this.linkId = 'a').answer.value", ['a']);
  reads("%context.item.where('a' = linkId or (linkId = 'b')).answer.exists()", ['a', 'b']);
  reads("%resource.repeat(item | answer.item).where(linkId='z').answer.value is Coding", ['z']);
  reads("%resource.repeat(item.where(linkId='g')).where(linkId='z').answer.value", ['z']);
  reads("%resource.item.where(linkId='g')[0].item.where(linkId='y').answer", ['g']);
  reads("%rootResource.item.where(linkId='a').answer.value.ofType(Coding).code", ['a']);
  reads("(%resource.item.where(linkId='a') | %resource.item.where(linkId='b')).answer.value.aggregate($this + $total, 0)", ['a', 'b']);
  reads("iif(%resource.item.where(linkId='a').exists(), %resource.item.where(linkId='b').answer.value, {})", ['a', 'b']);
  reads("%resource.defineVariable('k', %resource.item.where(linkId='a').answer.value).item.where(linkId='b').answer.select(value + %k)", [
    'a',
    'b',
  ]);
  reads("%resource.item.where(linkId='a').trace('t').answer.value", ['a']);
  reads("QuestionnaireResponse.item.where(linkId='a').answer.value", ['a']);
  reads("%questionnaire.item.where(linkId='q').answerOption.valueCoding", []);
  reads('1 + 2', []);
  reads("today() > now() and ('a' & 'b').length() > 1", []);
  reads("%resource.item.where(linkId='a').answer.value.combine(%resource.item.where(linkId='b').answer.value)", ['a', 'b']);
  reads("`item`.where(`linkId`='a').answer.value", ['a']);
  reads("%resource.item.where(linkId='a').repeat(answer.value)", ['a']);
  reads("Coding { code: %resource.item.where(linkId='a').answer.value }", ['a']);
  reads("%resource.item.where(linkId='a').where(answer.exists()).answer.value", ['a']);
  reads("%resource.item.where(linkId='a').coalesce(1)", ['a']);

  reads('%resource.item.answer.value', 'everything');
  reads("%resource.item.where(linkId != 'a').answer.value", 'everything');
  reads("%resource.item.where(linkId = 'a' or answer.exists()).answer.value", 'everything');
  reads('%resource.item.where(linkId = %name).answer.value', 'everything');
  reads("%resource.item.where(linkId in ('a' | %name)).answer.value", 'everything');
  reads("%resource.item.where(linkId.startsWith('a')).answer.value", 'everything');
  reads("%resource.item.where(linkId = 'a\\'b').answer.value", 'everything');
  reads("%resource.item.where(item.linkId = 'a').answer.value", 'everything');
  reads("%resource.item.where($this.item.linkId = 'a').answer.value", 'everything');
  reads("%resource.item.where(answer.value = 'a').exists()", 'everything');
  reads("%resource.item.where($index = 1 and linkId = 'a').answer.value", 'everything');
  reads('%resource.item.select(1).sum()', 'everything');
  reads('%resource.item.repeat(1)', 'everything');
  reads('%resource.item.iif(true, 1, 2)', 'everything');
  reads("%resource.item.first().where(linkId='a')", 'everything');
  reads("%resource.item[0].where(linkId='a')", 'everything');
  reads("%resource.trace('t', item.count())", 'everything');

  it('tells what stands on an item from what stands on the questionnaire', () => {
    const own = readExpression('answer.value > 3', 'item');
    expect([own.own, own.everything]).to.deep.equal([true, false]);
    const root = readExpression('item.answer.value > 3', 'questionnaire');
    expect([root.own, root.everything]).to.deep.equal([false, true]);
    expect(readExpression("iif(item.where(linkId='a').exists(), 1, 2)", 'questionnaire').everything).to.equal(false);
  });

  it('finds the clock, the variables and what is named', () => {
    const read = readExpression("%a.matches('x') and %`b`.replaceMatches(%c, 'y') = today() and %'d e' > timeOfDay()", 'item');
    expect([read.day, read.moment]).to.deep.equal([true, true]);
    expect([...read.variables]).to.deep.equal(['a', 'b', 'c', 'd e']);
    expect(read.mentions).to.deep.equal({
      linkIds: [],
      functions: ['matches', 'replaceMatches', 'today', 'timeOfDay'],
      patterns: ['x'],
      defines: [],
    });
    expect(readExpression("now() > %x.item.where(linkId != 'q')", 'item').mentions.linkIds).to.deep.equal(['q']);
    expect(readExpression('now()', 'item').day).to.equal(false);
  });

  it('understands calls with the wrong number of arguments, which the engine refuses', () => {
    for (const call of ['where()', 'repeat()', 'defineVariable()', 'trace()']) {
      expect(() => linkIdsReadBy(`%resource.item.${call}`), call).not.to.throw();
    }
  });

  it('throws where something is no FHIRPath', () => {
    expect(() => linkIdsReadBy('item..where(')).to.throw();
  });
});
