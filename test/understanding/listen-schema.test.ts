import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { commands } from '../../src/content/content.js';
import { listenSchema, toListen } from '../../src/content/languages/listen-schema.js';
import { foldText } from '../../src/text/fold-text.js';
import { languages } from './our-languages.js';

function shipped(tag: string): Record<string, unknown> {
  return { ...listenSchema.parse(JSON.parse(readFileSync(`locales/${tag}/listen.json`, 'utf8'))) };
}

function problemsOf(file: unknown): readonly string[] {
  const parsed = listenSchema.safeParse(file);
  return parsed.success ? [] : parsed.error.issues.map(issue => issue.message);
}

describe('listen.json', () => {
  for (const tag of ['en-GB', 'pl', 'ar']) {
    it(`of ${tag} is whole, folded and frozen`, () => {
      const listen = toListen(listenSchema.parse(shipped(tag)));
      expect(listen.months).to.have.lengthOf(12);
      // what more is wanted of is named by a button alone
      for (const command of commands.filter(each => each !== 'more')) expect(listen.commands[command], command).to.not.be.empty;
      for (const word of [...listen.yes, ...listen.no, ...listen.commands.help]) expect(foldText(word)).to.equal(word);
      expect(Object.isFrozen(listen)).to.equal(true);
      expect(Object.isFrozen(listen.yes)).to.equal(true);
    });
  }

  it('never lets a word mean yes in one of our languages and no in another, unless that language says so', () => {
    const english = languages.get('en-GB')?.listen;
    for (const { tag, listen } of languages.values()) {
      const clash = listen.yes.filter(word => english?.no.includes(word) === true);
      expect(clash, tag).to.deep.equal([]);
      expect(
        listen.no.filter(word => english?.yes.includes(word) === true),
        tag,
      ).to.deep.equal([]);
    }
  });

  it('is refused when a word is both yes and no, or two commands', () => {
    const file = shipped('pl');
    expect(problemsOf({ ...file, yes: ['tak'], no: ['Nie', 'TAK'] })).to.deep.equal(['"tak" stands in yes and in no']);
    expect(problemsOf({ ...file, unsure: ['pomoc'] })).to.deep.equal(['"pomoc" stands in unsure and in commands.help']);
  });

  it('is refused when a word is two months, two numbers or two languages', () => {
    const file = shipped('en-GB');
    const months = Array.from({ length: 12 }, (_, index) => [index < 2 ? 'may' : `month ${String(index)}`]);
    expect(problemsOf({ ...file, months })).to.deep.equal(['"may" stands in months.0 and in months.1']);
    expect(problemsOf({ ...file, numbers: { one: 1, ONE: 2 } })).to.deep.equal(['"one" is 1 and 2 in numbers']);
    expect(problemsOf({ ...file, languages: { pl: ['polish'], ar: ['Polish'] } })).to.deep.equal([
      '"polish" stands in languages.pl and in languages.ar',
    ]);
  });

  it('is refused when a word is two parts of the day, two hours, two distances from the hour or two units', () => {
    const file = shipped('en-GB');
    const times = {
      morning: ['am'],
      afternoon: ['AM'],
      night: [],
      noon: [],
      midnight: [],
      hours: { one: 1, ONE: 2 },
      shifts: { half: 30, Half: -30 },
      around: [],
    };
    expect(problemsOf({ ...file, times })).to.deep.equal([
      '"am" stands in times.morning and in times.afternoon',
      '"one" is 1 and 2 in times.hours',
      '"half" is 30 and -30 in times.shifts',
    ]);
    expect(problemsOf({ ...file, units: { m: ['m'], min: ['M'] } })).to.deep.equal(['"m" stands in units.m and in units.min']);
    expect(problemsOf({ ...file, times: { ...times, afternoon: [], hours: { x: 25 }, shifts: {} } })).to.have.lengthOf(1);
  });

  it('may leave out how times and units are said', () => {
    const { times, units, ...rest } = shipped('pl');
    expect([times, units]).to.not.include(undefined);
    const listen = toListen(listenSchema.parse(rest));
    expect(listen.times).to.equal(undefined);
    expect(listen.units).to.deep.equal({});
  });

  it('is refused when a command, a month or a visible word is missing', () => {
    const file = shipped('en-GB');
    expect(problemsOf({ ...file, months: [] })).to.not.be.empty;
    expect(problemsOf({ ...file, commands: {} })).to.not.be.empty;
    expect(problemsOf({ ...file, yes: ['\u200B'] })).to.deep.equal(['is empty once folded']);
  });
});
