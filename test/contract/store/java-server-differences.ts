/** Where mongo-java-server 1.47 differs from MongoDB's manual. Our code relies on none of these. Closed: a new difference fails. */
export const javaServerDifferences: ReadonlySet<string> = new Set([
  'finds list as an element: {"tags":["a"]}', // A list inside a list is not compared as an element.
  'finds between, by any elements: {"n":{"$gt":5,"$lt":6}}', // Two conditions on a list must be met by one element.
  'both bounds may be met by two elements', // The same.
  'refuses $inc on null with 14: {"$inc":{"none":1}}', // Null counts as zero.
  'refuses $push $each of a number with 2: {"$push":{"list":{"$each":5}}}', // An error without a code.
  'refuses $addToSet on a text with 2: {"$addToSet":{"text":1}}', // A code of its own.
  'refuses $set below null with 28: {"$set":{"none.below":1}}', // Null becomes a document.
  'refuses an empty name with 56: {"$set":{"a..b":1}}', // Stored.
  'the order of types is MongoDB’s: null, numbers, text, documents, lists by their least, ids, booleans, times', // Text by UTF-16 units.
]);
