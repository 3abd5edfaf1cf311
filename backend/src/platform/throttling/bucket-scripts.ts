/*
 * Token buckets in Redis, each script one atomic step by the clock of Redis, so that no two processes differ. A key keeps
 * the microsecond at which its bucket is full again, as a whole number, and is gone by then.
 */

const NOW = `
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]`;

/** KEYS: the bucket; ARGV: capacity, interval in µs. Answers tokens left, µs until one is there (0: given), µs until full. */
export const TAKE = `${NOW}
  local capacity, interval = tonumber(ARGV[1]), tonumber(ARGV[2])
  local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
  local after = full + interval
  local wait = after - now - capacity * interval
  if wait > 0 then return {0, wait, full - now} end
  redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000))
  return {math.floor(capacity - (after - now) / interval), 0, after - now}`;

/** KEYS: the bucket; ARGV: interval in µs. */
export const REFUND = `${NOW}
  local full = tonumber(redis.call('GET', KEYS[1]) or 0) - tonumber(ARGV[1])
  if full <= now then return redis.call('DEL', KEYS[1]) end
  return redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))`;

/** KEYS: buckets. Answers the µs until each is full. */
export const RESET_AFTER = `${NOW}
  local left = {}
  for place, full in ipairs(redis.call('MGET', unpack(KEYS))) do left[place] = math.max(tonumber(full or now) - now, 0) end
  return left`;
