/** "Begins with these very signs", for the store: what people typed is never a pattern of theirs. */
export const beginsWith = (text: string): { readonly $regex: string } => ({ $regex: `^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` });
