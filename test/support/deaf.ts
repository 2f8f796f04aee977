// A language that listens for nothing, for tests that say themselves what is heard.
import type { Listen } from '../../src/content/content.js';

export const deaf: Listen = {
  yes: [],
  no: [],
  unsure: [],
  months: [],
  numbers: {},
  none: [],
  commands: {
    back: [],
    review: [],
    change: [],
    restart: [],
    pause: [],
    stop: [],
    help: [],
    person: [],
    'call-me': [],
    urgent: [],
    exit: [],
    delete: [],
    language: [],
    skip: [],
    near: [],
    refer: [],
    more: [],
  },
};
