/* What the tools keep on this phone, and nothing else does. Every key begins with PREFIX:
     alat/dokumen          the route chosen: its id
     alat/dokumen/<route>  what is ticked: ids of documents
     alat/catatan-bayar    payments that the reader wrote down
   Nothing is sent; no names, numbers or addresses of the family card, no answer of the readiness
   check. Storage may be forbidden, broken or full: then reading gives nothing and writing false. */
export const PREFIX = "alat/";

/** Return what is kept under a name, or null. */
export function read(name) {
  try {
    return JSON.parse(window.localStorage.getItem(PREFIX + name));
  } catch (error) {
    return null;
  }
}

/** Keep a value; return whether the phone did. */
export function write(name, value) {
  try {
    window.localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch (error) {
    return false;
  }
}

/** Forget everything kept under `name` and below it; return whether nothing of it is left. */
export function forget(name) {
  try {
    const keys = Object.keys(window.localStorage);
    const ours = (key) => key === PREFIX + name || key.startsWith(`${PREFIX}${name}/`);
    keys.filter(ours).forEach((key) => window.localStorage.removeItem(key));
    return true;
  } catch (error) {
    return false;
  }
}
