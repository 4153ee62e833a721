/** What of a worker this example uses; TypeScript's own types of it would be in force in all files. */
interface Port {
  onmessage: ((event: { readonly data: never }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
  postMessage(message: unknown): void;
}

/** The global scope of a worker in a browser. */
export const scope = globalThis as unknown as Port & {
  readonly Worker: new (url: URL, options: { readonly type: "module" }) => Port;
};

/** The next thing that comes through a port. */
export function nextFrom<Thing>(port: Port): Promise<Thing> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }) => resolve(data);
    port.onerror = ({ message }) => reject(new Error(message));
  });
}
