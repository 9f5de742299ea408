// Whether the servers answer the same. Ids, times and constants have another form in Cairn's JSON than in the database.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const PRIORITIES = ['low', 'normal', 'high', 'urgent']

/** What is Cairn's alone: who holds it, what tasks depend on, how well something was found; a listed number is in the key. */
const OWN = new Set(['claimedBy', 'dependsOn', 'score'])
const OWN_LISTED = new Set([...OWN, 'number'])
/** What each server chooses itself for a ticket that is made. */
const CHOSEN = new Set([...OWN, 'id', 'createdAt', 'updatedAt'])

export const idText = number => {
  let text = ''
  for (let left = BigInt(number), i = 0; i < 13; i++, left >>= 5n) text = ALPHABET[Number(left & 31n)] + text
  return text
}

const idNumber = text => Number([...text].reduce((sum, letter) => sum << 5n | BigInt(ALPHABET.indexOf(letter)), 0n))

/** Cairn's value as it is in the database; what is so already stays. */
function stored(name, value) {
  if (name === 'position') return value ?? Number.MAX_SAFE_INTEGER
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'string') return value
  if (/^id$|Id$/.test(name)) return idNumber(value)
  if (/At$/.test(name)) return Date.parse(value)
  if (name === 'priority') return PRIORITIES.indexOf(value)
  return ['type', 'status', 'kind'].includes(name) ? value.toUpperCase() : value
}

/** The first difference between Cairn's answer and another, of all fields that Cairn's has; null where there is none. */
export function difference(operation, cairns, others) {
  const own = { post: CHOSEN, 'get-50': OWN_LISTED }[operation] ?? OWN
  const compare = (name, ours, theirs) => {
    if (own.has(name)) return null
    if (name === 'nextCursor') return !ours === !theirs ? null : name
    if (ours !== null && typeof ours === 'object') {
      if (Array.isArray(ours) && ours.length !== theirs?.length) return `${name}: ${ours.length} and ${theirs?.length}`
      for (const [key, value] of Object.entries(ours)) {
        const found = compare(Array.isArray(ours) ? name : key, value, theirs?.[key])
        if (found) return found
      }
      return null
    }
    return Object.is(stored(name, ours), stored(name, theirs)) ? null : `${name}: ${ours} and ${theirs}`
  }
  return compare(operation, cairns, others)
}
