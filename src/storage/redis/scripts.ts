// The Lua scripts: each is one atomic step on keys that share a hash tag. All are safe to send twice: a command whose reply was cut is resent
// by the client, finds its own bytes already there (every sealing has its own nonce) and answers as the first time.

export interface Script {
  readonly lua: string;
}

/**
 * Adds one turn to a history and lets go of what is too much or too old. ARGV of the caller, from `first`: sealed turn ('' for none), how many
 * values it holds, most values, most bytes, channel.
 */
const addTurn = `
local function add_turn(key, name, rev, first)
  local turn, count, values, bytes = ARGV[first], ARGV[first + 1], tonumber(ARGV[first + 2]), tonumber(ARGV[first + 3])
  local kept = redis.call('XREVRANGE', key, '+', '-')
  local last = kept[1] and tonumber(string.match(kept[1][1], '^%d+')) or 0
  redis.call('XADD', key, (last + 1) .. '-0', 'r', rev, 'n', count, 'd', turn)
  values, bytes = values - tonumber(count), bytes - #turn
  for _, entry in ipairs(kept) do
    values, bytes = values - tonumber(entry[2][4]), bytes - #entry[2][6]
    if values < 0 or bytes < 0 then
      local oldest = tonumber(string.match(entry[1], '^%d+')) + 1
      redis.call('XTRIM', key, 'MINID', oldest .. '-0')
      break
    end
  end
  redis.pcall('PUBLISH', ARGV[first + 4], name)
end`;

/**
 * A conversation's first 8 bytes are its revision. KEYS conversation, outbox, history. ARGV expected revision (8 bytes or ''), new bytes, lifetime
 * in ms ('' keeps the one it has), name, revision as text, five of addTurn, sealed entries…
 */
export const saveConversation: Script = {
  lua: `${addTurn}
local there = redis.call('GET', KEYS[1])
if there == ARGV[2] then return 1 end
local rev = there and string.sub(there, 1, 8) or ''
if rev ~= ARGV[1] then return 0 end
if ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
for i = 11, #ARGV do redis.call('XADD', KEYS[2], '*', 'c', ARGV[4], 'r', ARGV[5], 'd', ARGV[i]) end
if ARGV[6] ~= '' then
  add_turn(KEYS[3], ARGV[4], ARGV[5], 6)
  redis.call('PEXPIRE', KEYS[3], redis.call('PTTL', KEYS[1]))
end
return 1`,
};

/**
 * KEYS conversation, history. ARGV expected revision (8 bytes), how long the goodbye stays in ms, name, revision as text, five of addTurn. What is
 * gone already counts as erased. The count of turns goes on.
 */
export const eraseConversation: Script = {
  lua: `${addTurn}
local rev = redis.call('GETRANGE', KEYS[1], 0, 7)
if rev ~= '' and rev ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
if ARGV[5] == '' then
  redis.call('DEL', KEYS[2])
  return 1
end
local newest = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)[1]
if newest and newest[2][6] == ARGV[5] then return 1 end
add_turn(KEYS[2], ARGV[3], ARGV[4], 5)
redis.call('XTRIM', KEYS[2], 'MAXLEN', 1)
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1`,
};

/**
 * Up to ARGV[3] entries: first those whose lease (ARGV[4] ms) ran out, then new ones. KEYS outboxes. ARGV group, consumer, max, lease.
 * Each comes as stream, id, times given out, fields.
 */
export const takeEntries: Script = {
  lua: `
local group, consumer, left, lease = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local taken = {}
local function add(key, entry, attempts)
  taken[#taken + 1] = { key, entry[1], attempts, entry[2] }
  left = left - 1
end
local function claim(key, cursor)
  local reply = redis.pcall('XAUTOCLAIM', key, group, consumer, lease, cursor, 'COUNT', left)
  if reply.err then
    redis.call('XGROUP', 'CREATE', key, group, '0')
    return '0-0'
  end
  for _, entry in ipairs(reply[2]) do
    if entry and entry[2] then
      local pending = redis.call('XPENDING', key, group, entry[1], entry[1], 1)
      add(key, entry, pending[1] and pending[1][4] or 1)
    end
  end
  return reply[1]
end
for _, key in ipairs(KEYS) do
  if left > 0 and redis.call('XLEN', key) > 0 then
    local cursor, rounds = '0-0', 0
    repeat
      cursor = claim(key, cursor)
      rounds = rounds + 1
    until cursor == '0-0' or left <= 0 or rounds == 20
    if left > 0 then
      local fresh = redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', left, 'STREAMS', key, '>')
      if fresh then for _, entry in ipairs(fresh[1][2]) do add(key, entry, 1) end end
    end
  end
end
return taken`,
};

/** KEYS outbox. ARGV lane, revision as text, sealed entries. Sent twice, they come twice, which whoever takes entries is made for. */
export const addEntries: Script = {
  lua: `for i = 3, #ARGV do redis.call('XADD', KEYS[1], '*', 'c', ARGV[1], 'r', ARGV[2], 'd', ARGV[i]) end
return 1`,
};

/** Acknowledged and removed in one step: an entry acknowledged but left in the stream would be counted for ever. KEYS outbox. ARGV group, id. */
export const finishEntry: Script = {
  lua: `
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
return redis.call('XDEL', KEYS[1], ARGV[2])`,
};

/** KEYS record. ARGV revision, sealed index, sealed value, lifetime in ms ('' for ever). */
export const putRecord: Script = {
  lua: `
local there = redis.call('HGET', KEYS[1], 'd')
if there then return there == ARGV[3] and 1 or 0 end
redis.call('HSET', KEYS[1], 'r', ARGV[1], 'i', ARGV[2], 'd', ARGV[3])
if ARGV[4] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[4]) end
return 1`,
};

/**
 * KEYS record, audit trail. ARGV expected revision, new revision, sealed index, sealed value, sealed audit line, audit lifetime in ms, lifetime
 * in ms (`kept` for ever, '' keeps the one it has).
 */
export const updateRecord: Script = {
  lua: `
local there = redis.call('HMGET', KEYS[1], 'r', 'd')
if there[2] == ARGV[4] then return 1 end
if there[1] ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'r', ARGV[2], 'i', ARGV[3], 'd', ARGV[4])
if ARGV[7] == 'kept' then redis.call('PERSIST', KEYS[1])
elseif ARGV[7] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[7]) end
redis.call('RPUSH', KEYS[2], ARGV[5])
redis.call('PEXPIRE', KEYS[2], ARGV[6])
return 1`,
};

/** KEYS audit trail. ARGV sealed line, lifetime in ms. */
export const addAuditLine: Script = {
  lua: `
if redis.call('LPOS', KEYS[1], ARGV[1], 'RANK', -1, 'MAXLEN', 16) then return 0 end
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`,
};

/**
 * A record's place in the list as one revision has it; that of an older revision, told late, changes nothing. KEYS order, expiry, placed.
 * ARGV name, revision, score, time of expiry ('' leaves it), `new` for a record just put, whose name may be left from one that expired.
 */
export const placeRecord: Script = {
  lua: `
local last = tonumber(redis.call('HGET', KEYS[3], ARGV[1]) or '0')
if ARGV[5] ~= 'new' and last > tonumber(ARGV[2]) then return 0 end
if ARGV[4] == '' then
  if redis.call('ZADD', KEYS[1], 'XX', 'CH', ARGV[3], ARGV[1]) == 0 and not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
else
  redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
  redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
end
redis.call('HSET', KEYS[3], ARGV[1], ARGV[2])
return 1`,
};

/** A page of record names, each with its score, after sweeping out those that expired. KEYS order, expiry, placed. ARGV now, first, last. */
export const pageRecords: Script = {
  lua: `
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1], 'LIMIT', 0, 500)) do
  redis.call('ZREM', KEYS[1], name)
  redis.call('ZREM', KEYS[2], name)
  redis.call('HDEL', KEYS[3], name)
end
local page = {}
if tonumber(ARGV[3]) >= tonumber(ARGV[2]) then page = redis.call('ZREVRANGE', KEYS[1], ARGV[2], ARGV[3], 'WITHSCORES') end
return { redis.call('ZCARD', KEYS[1]), page }`,
};

/** The first 8 bytes are the revision. KEYS value. ARGV expected revision (8 bytes or ''), new bytes, lifetime in ms ('' for ever). */
export const saveNotice: Script = {
  lua: `
local there = redis.call('GET', KEYS[1])
if there == ARGV[2] then return 1 end
local rev = there and string.sub(there, 1, 8) or ''
if rev ~= ARGV[1] then return 0 end
if ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[2])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1`,
};

/** One value for another. KEYS value. ARGV what is there ('' for nothing), what shall be. */
export const replaceValue: Script = {
  lua: `
local there = redis.call('GET', KEYS[1]) or ''
if there == ARGV[2] then return 1 end
if there ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`,
};

/** KEYS lease. ARGV holder, lifetime in ms. */
export const takeLease: Script = {
  lua: `
local there = redis.call('GET', KEYS[1])
if there and there ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`,
};

/** Counted once per id. KEYS id, month. ARGV lifetime of the id in ms, time at which the month goes in ms since 1970, fields of the month. */
export const countUnmet: Script = {
  lua: `
if not redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) then return 0 end
for i = 3, #ARGV do redis.call('HINCRBY', KEYS[2], ARGV[i], 1) end
redis.call('PEXPIREAT', KEYS[2], ARGV[2])
return 1`,
};
