// Whom the browser tests are: one person who answers everything the shortest way.
import type { Person } from '../support/browser.js';

/** Behind with the rent; at ease with a call. Words in the language of the page. */
export function tenant(words: string): Person {
  return {
    'start.who': 'self',
    'consent.share': 'true',
    'consent.gp': 'true',
    'consent.contact': 'true',
    'eligibility.age': '46',
    'eligibility.practice': 'SAMPLE1',
    'mind.words': words,
    'mind.needs': ['money', 'housing'],
    'safety.now': 'no',
    'life.offer': 'false',
    'contact.name': 'Sam',
    'contact.date-of-birth': '10/6/1980',
    'contact.phone': '07911 123456',
    'contact.safe': ['text'],
    'contact.more': 'false',
  };
}
