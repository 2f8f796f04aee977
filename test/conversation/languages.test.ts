// Which language a conversation is in: switched in the middle, withdrawn between two messages, asked for though it is not ready.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue } from '../support/a-dialogue.js';
import { contentWithUnready, realContent } from '../support/real-content.js';

const others = [...realContent().languages.values()].filter(({ tag }) => tag !== 'en-GB');
const answering = { 'mind.words': 'I cannot pay my rent', 'mind.needs': ['housing', 'money'] } as const;

/** In the middle: words, needs and a raised flag behind it, one question pending. */
function midway(): Dialogue {
  const dialogue = new Dialogue().until('mind.words').says('I want to die and I cannot pay my rent');
  return dialogue.until('contact.name', answering);
}

/** Everything told so far. */
function told({ conversation }: Dialogue): unknown {
  return { answers: conversation?.answers, skipped: conversation?.skipped, flags: conversation?.flags, proposed: conversation?.proposed };
}

describe('a switch of language in the middle', () => {
  for (const { tag, name, englishName } of others) {
    it(`keeps every answer, the question and the flags (${englishName})`, () => {
      const dialogue = midway();
      const before = told(dialogue);
      expect(dialogue.conversation?.flags.map(({ kind }) => kind)).to.include('self-harm');
      dialogue.says(name);
      expect(dialogue.lang).to.equal(tag);
      expect(dialogue.question.linkId).to.equal('contact.name');
      expect(told(dialogue)).to.deep.equal(before);
      dialogue.commands('language', { language: 'en-GB' });
      expect(dialogue.lang).to.equal('en-GB');
      expect(dialogue.question.linkId).to.equal('contact.name');
      expect(told(dialogue)).to.deep.equal(before);
    });
  }

  it('says once, at the welcome, that nobody has checked the words', () => {
    const dialogue = new Dialogue({ lang: 'pl' });
    const sentence = realContent().translator.word({ product: 'notice.draft-language' }, 'pl');
    expect(dialogue.heard).to.include(sentence);
    expect(dialogue.says('dla mnie').heard).to.not.include(sentence);
  });
});

describe('a language that was withdrawn', () => {
  it('leaves a conversation going on in English, told so once, with everything kept', () => {
    const polish = new Dialogue({ lang: 'pl' }).until('contact.name', answering);
    const dialogue = polish.onto(contentWithUnready('pl'));
    dialogue.says('Zofia Nowak');
    expect(dialogue.lang).to.equal('en-GB');
    expect(dialogue.heard).to.include('We will go on in English.');
    expect(dialogue.conversation?.answers['contact.name']?.values).to.deep.equal([{ valueString: 'Zofia Nowak' }]);
    expect(dialogue.conversation?.answers['mind.words']?.lang).to.equal('pl');
    expect(dialogue.skips().heard).to.not.include('We will go on');
  });

  it('does so too where nothing of the language is left', () => {
    const content = realContent();
    const without = { ...content, languages: new Map([...content.languages].filter(([tag]) => tag !== 'pl')) };
    const dialogue = new Dialogue({ lang: 'pl' }).until('consent.gp').onto(without).commands('help');
    expect(dialogue.heard).to.include('We will go on in English.');
    expect(dialogue.question.linkId).to.equal('consent.gp');
  });

  it('is not spoken of where the person chooses another one at that moment', () => {
    const dialogue = new Dialogue({ lang: 'pl' }).until('consent.gp').onto(contentWithUnready('pl'));
    dialogue.commands('language', { language: 'ar' });
    expect(dialogue.lang).to.equal('ar');
    expect(dialogue.heard).to.not.include('English');
  });

  it('still answers danger first', () => {
    const dialogue = new Dialogue({ lang: 'pl' }).until('mind.words').onto(contentWithUnready('pl')).says('chcę umrzeć');
    expect(dialogue.heard).to.include('116 123');
    expect(dialogue.conversation?.flags.map(({ kind }) => kind)).to.deep.equal(['self-harm']);
  });
});

describe('a language that is not ready', () => {
  const content = contentWithUnready('pl', 'ar');

  for (const [how, ask] of [
    ['by the command', (dialogue: Dialogue) => dialogue.commands('language', { language: 'pl' })],
    ['by its own name', (dialogue: Dialogue) => dialogue.says('polski')],
    ['by its English name', (dialogue: Dialogue) => dialogue.says('I speak Polish')],
  ] as const) {
    it(`answers in it how to talk with an interpreter (${how})`, () => {
      const dialogue = ask(new Dialogue({ content }).until('mind.words'));
      expect(dialogue.lang).to.equal('en-GB');
      const said = dialogue.replies.find(reply => reply.kind === 'say' && reply.notice.code === 'language-unready');
      expect(said?.kind === 'say' && said.lang).to.equal('pl');
      expect(dialogue.heard).to.include('Polish interpreter, please');
      expect(dialogue.heard).to.include('połlisz intérpreter, pliz');
      expect(dialogue.heard).to.include(content.service.phone);
    });
  }

  it('answers so too where somebody simply writes in it', () => {
    const polish = content.unready.get('pl');
    if (polish === undefined) throw new Error('Polish is not there');
    const bengali = { ...content, unready: new Map([['bn', { ...polish, tag: 'bn' }]]) };
    const dialogue = new Dialogue({ content: bengali }).until('mind.words').says('আমি বাসা ভাড়া দিতে পারছি না');
    expect(dialogue.replies.flatMap(reply => (reply.kind === 'say' ? [reply.notice] : []))).to.deep.include({
      code: 'language-unready',
      lang: 'bn',
    });
  });

  it('goes on with the question that was asked', () => {
    const dialogue = new Dialogue({ content }).until('consent.gp').says('العربية');
    expect(dialogue.question.linkId).to.equal('consent.gp');
    expect(dialogue.heard).to.include('Arabic interpreter, please');
  });

  it('begins in English where the channel speaks it', () => {
    expect(new Dialogue({ content, lang: 'pl' }).lang).to.equal('en-GB');
  });

  it('offers a call where the language does not say what to say on the telephone', () => {
    const { unready } = content;
    const silent = new Map([...unready].map(([tag, { interpreter: _, ...rest }]) => [tag, rest] as const));
    const dialogue = new Dialogue({ content: { ...content, unready: silent } }).says('polski');
    expect(dialogue.heard).to.include(content.translator.word({ product: 'notice.language-call-back' }, 'pl'));
  });

  it('words what was asked for also after the language became ready', () => {
    const dialogue = new Dialogue({ content }).says('polski');
    const again = dialogue.onto(realContent());
    again.take({ kind: 'text', text: 'polski' }, ['polski'], { id: 't2' });
    expect(again.heard).to.include('połlisz intérpreter, pliz');
  });
});
