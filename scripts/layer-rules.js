// The layer arrows as ESLint rules: plain `no-restricted-imports`, made from the table below, each with its reason in English.
// test/layers.test.ts plants one violation per arrow to prove that they are seen.

/** From the top down: a room may import rooms on later lines only. Why it may not be imported from beneath stands beside it. */
export const levels = [
  { main: 'main.ts starts the process; nothing may depend on that' },
  { app: 'app.ts makes every object once and hands it down; whoever needs one is given it' },
  {
    server: 'the web server stands around the product, which must work without it',
    staff: 'staff pages read what the product did; the product does not know who reads it',
    cli: 'a command is a way in from outside, like a web page; nothing below may need one',
  },
  { core: 'core.ts makes what the server and the command line share; a room is handed what it needs of it' },
  { channels: 'a turn is decided without knowing by which channel it came' },
  {
    delivery: 'sending happens after the turn, from the outbox; nothing below waits for it',
    'directory-import': 'feeds are read from outside and loaded around the product; what finds services is handed them and never fetches',
  },
  { letters: 'a letter is drawn from what it is handed; nothing beneath it knows of paper' },
  { conversation: 'the conversation asks the rooms beneath it; they answer without knowing who asks' },
  {
    questionnaire: 'the rules of FHIR forms are used by the conversation and by nothing beneath it',
    understanding: 'reading what a person typed is used by the conversation and by nothing beneath it',
    safety: 'red flags are looked for by the conversation, before all else, and by nothing beneath it',
    directory: 'finding services needs only content and text',
    referral: 'the referral is a projection of the answers; nothing beneath it knows of it',
  },
  { content: 'the lowest rooms work on plain values and do not know what the product says' },
  {
    text: 'access and audit hold no text',
    access: 'who may do what is asked by the pages, not by the rooms beside or beneath',
    audit: 'the audit trail is written by who acts, not by the rooms beside or beneath',
  },
];

/** Rooms that compute and nothing else: no files, network, clock, randomness or store. */
export const pureRooms = ['conversation', 'questionnaire', 'understanding', 'safety', 'referral', 'text'];

/** Packages that few places import, so that they can be replaced there. */
export const soleImporters = [
  {
    packages: '^(botbuilder|botframework-).*',
    where: ['src/channels/bot-framework'],
    why: 'everything else is free of any channel and any bot framework',
  },
  {
    packages: '^@microsoft/recognizers-.*',
    where: ['src/understanding'],
    why: 'recognisers are a second opinion, asked there under a time limit',
  },
  {
    packages: '^fhirpath($|/)',
    where: ['src/questionnaire/rules'],
    why: 'what the rules of a form say is known outside as plain values, whichever engine worked it out',
  },
  {
    packages: '^re2js($|/)',
    where: ['src/content', 'src/questionnaire'],
    why: 'patterns are read with the content and matched with the answers; nobody else has one',
  },
  {
    packages: '^(csv-parse|@streamparser/json)($|/)',
    where: ['src/directory-import'],
    why: 'files of any size are read there, a piece at a time; everybody else is handed rows',
  },
  { packages: '^ioredis($|/)', where: ['src/storage/redis'], why: 'nothing else knows which store serves' },
  { packages: '^lmdb($|/)', where: ['src/storage/embedded'], why: 'nothing else knows which store serves' },
  {
    packages: '^(pdfkit|fontkit|harfbuzzjs|bidi-js|linebreak)($|/)',
    where: ['src/letters'],
    why: 'letters are drawn there; everybody else says what stands in them',
  },
  { packages: '^nodemailer($|/)', where: ['src/delivery'], why: 'mail is a way to deliver, tried again from the outbox' },
  { packages: '^restify($|/)', where: ['src/server'], why: 'pages and staff rooms speak PageRequest and PageResponse' },
];

const inputOutput = '^(node:)?(fs|net|http|https|http2|tls|dgram|dns|child_process|cluster|readline)($|/)';

/** @param {string} room */
function filesOf(room) {
  return [`src/${room}.ts`, `src/${room}/**/*.ts`];
}

/** Every room that `room` may not import, with the reason. @param {string} room */
export function forbiddenTo(room) {
  const own = levels.findIndex(level => room in level);
  return levels.flatMap((level, at) =>
    Object.entries(level).flatMap(([other, why]) => {
      if (other === room || at > own) return [];
      return [
        {
          room: other,
          reason: at === own ? `Rooms on one level do not import one another: ${why}.` : `${room} may not import ${other}: ${why}.`,
        },
      ];
    }),
  );
}

/** A relative path into a room, or to the one file that is the room. @param {string} room */
function pathInto(room) {
  return `^(\\./|(\\.\\./)+)${room}(/|\\.js$)`;
}

const storageReason = 'Only app.ts and the command line choose a store; everything else is handed the ports (storage/ports.ts).';
const portsReason = 'is a pure room: it is handed what it needs and asks no store.';

/** @param {string} room */
function storageRules(room) {
  if (['app', 'main', 'core', 'cli'].includes(room)) return [];
  if (pureRooms.includes(room)) return [{ regex: pathInto('storage'), message: `${room} ${portsReason}` }];
  return [{ regex: '^(\\./|(\\.\\./)+)storage/(?!ports\\.js$)', message: storageReason }];
}

/** @param {string} room */
function pureRules(room) {
  if (!pureRooms.includes(room)) return [];
  const message = `${room} is a pure room: no files, no network, no log, no settings. What it needs comes in as an argument.`;
  return [
    { regex: inputOutput, message },
    { regex: '^(\\.\\./)+(config|logger)\\.js$', message },
    { regex: '^(pino|prom-client)$', message },
  ];
}

/** The packages kept from a place: all but those it, or a folder round it, may import. @param {string} [place] */
function packageRules(place = '') {
  return soleImporters
    .filter(({ where }) => !where.some(folder => place === folder || place.startsWith(`${folder}/`)))
    .map(({ packages, where, why }) => ({ regex: packages, message: `Only ${where.join(' and ')} may import this package: ${why}.` }));
}

const pureSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A pure room reads no clock: time comes in on the turn.' },
  { selector: "CallExpression[callee.name='Date']", message: 'A pure room reads no clock: time comes in on the turn.' },
];

/** process.env, refused with its reason. */
export const environment = { object: 'process', property: 'env', message: 'Settings are read once, by config.ts, and handed down.' };
const pureProperties = [
  { object: 'Date', property: 'now', message: 'A pure room reads no clock: time comes in on the turn.' },
  { object: 'performance', property: 'now', message: 'A pure room reads no clock: time comes in on the turn.' },
  { object: 'Math', property: 'random', message: 'A pure room does the same every time: chance comes in on the turn.' },
];

/** import() is held to the same rules as import. @param {{ regex: string, message: string }[]} patterns */
function dynamicImports(patterns) {
  return patterns.map(({ regex, message }) => ({
    selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\u002F')}/]`,
    message,
  }));
}

/** @param {string} name @param {string[]} files @param {{ regex: string, message: string }[]} patterns @param {object[]} syntax */
function restrict(name, files, patterns, syntax = []) {
  return {
    name,
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...dynamicImports(patterns), ...syntax],
    },
  };
}

/** @param {string} room */
function rulesOf(room) {
  const layers = forbiddenTo(room).map(({ room: other, reason }) => ({ regex: pathInto(other), message: reason }));
  const patterns = [...layers, ...storageRules(room), ...pureRules(room), ...packageRules()];
  const pure = pureRooms.includes(room);
  return [
    restrict(`layers: ${room}`, filesOf(room), patterns, pure ? pureSyntax : []),
    ...(pure
      ? [{ name: `pure: ${room}`, files: filesOf(room), rules: { 'no-restricted-properties': ['error', environment, ...pureProperties] } }]
      : []),
  ];
}

/** The sole importers get their room's rules back without the ban on their own packages. @param {string} where */
function rulesOfImporter(where) {
  const room = where.split('/')[1] ?? '';
  const layers =
    room === 'storage'
      ? allRoomsAbove()
      : forbiddenTo(room).map(({ room: other, reason }) => ({ regex: pathInto(other), message: reason }));
  const own = room === 'storage' ? [] : [...storageRules(room), ...pureRules(room)];
  const patterns = [...layers, ...own, ...packageRules(where)];
  return restrict(`sole importer: ${where}`, [`${where}/**/*.ts`], patterns, pureRooms.includes(room) ? pureSyntax : []);
}

function allRoomsAbove() {
  const message = 'The stores lie beneath every room: they keep values without knowing what they mean.';
  return levels.flatMap(level => Object.keys(level)).map(room => ({ regex: pathInto(room), message }));
}

/** Every arrow as ESLint configuration objects. */
export const layerRules = [
  restrict('packages with one importer', ['src/**/*.ts'], packageRules()),
  restrict('layers: storage', ['src/storage/**/*.ts'], [...allRoomsAbove(), ...packageRules()]),
  ...levels.flatMap(level => Object.keys(level)).flatMap(rulesOf),
  // A folder comes after those round it: what is said last of a file counts.
  ...[...new Set(soleImporters.flatMap(({ where }) => where))].sort().map(rulesOfImporter),
];
