// Characters of a text that no reader sees.

// Zero-width spaces and joiners, marks of direction, soft hyphens, byte order marks.
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

// visible is a text as it was seen where it was copied: what takes no room is
// gone, and the line breaks of word processors are line ends.
export const visible = (text) => text.replace(unseen, "").replace(/\r\n?|[\v\f\u2028\u2029]/g, "\n");
