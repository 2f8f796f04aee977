// The log holds ids and outcomes, never what a person typed or is called.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { AppError, StoreUnavailable } from '../../src/errors.js';
import { createLogger } from '../../src/logger.js';

describe('the log', () => {
  const written = (fields: object): Record<string, unknown> => {
    const lines: string[] = [];
    createLogger('info', { write: line => lines.push(line) }).info(fields, 'said');
    return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
  };

  it('is one JSON object a line with a level in words and an ISO time', () => {
    const line = written({ conversation: 'c1' });
    expect(line).to.include({ level: 'info', msg: 'said', conversation: 'c1' }).and.not.have.any.keys('pid', 'hostname');
    expect(line.time).to.match(/^\d{4}-\d{2}-\d{2}T/u);
  });

  it('cuts out whatever is personal or secret, two levels down', () => {
    const personal = {
      text: 'Halina',
      name: 'Halina',
      phone: '07',
      email: 'h@x',
      answers: ['Halina'],
      cookies: { a: 'Halina' },
      authorization: 'Halina',
    };
    const line = JSON.stringify(written({ ...personal, activity: personal, turn: { said: personal }, id: 'kept' }));
    expect(line).to.not.include('Halina').and.not.include('h@x');
    expect(line).to.include('kept');
  });

  it('tells of a fault its kind, code and place, but no message that may quote a person', () => {
    const parse = new SyntaxError('Unexpected token H in "Halina is sad"');
    const line = written({ err: new StoreUnavailable(parse) });
    expect(line.err).to.deep.include({ kind: 'StoreUnavailable', fault: 'store-unavailable', message: 'The store did not answer' });
    expect(line.err).to.have.nested.property('cause.kind', 'SyntaxError');
    expect(JSON.stringify(line)).to.include('logger.test').and.not.include('Halina');
    expect(written({ err: 'Halina' }).err).to.deep.equal({ kind: 'string' });
    expect(written({ err: new AppError('c', 'fixed words', { name: 'Halina' }) }).err)
      .to.include({ message: 'fixed words' })
      .and.not.have.property('fields');
  });

  it('says nothing of requests and responses handed to it whole', () => {
    expect(written({ req: { url: '/?name=Halina' }, res: {} })).to.not.have.any.keys('req', 'res');
  });
});
