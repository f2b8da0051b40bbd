/** Certificate authorities and what they sign, made by `openssl`. */

import { run } from "../cache.ts";

/** A certificate and its private key, as PEM. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of its own. */
export interface Authority extends KeyPair {
  /** Signs a certificate for `127.0.0.1` and `localhost`, or for a user of some groups. */
  issue(subject: Subject): Promise<KeyPair>;
}

/** Whom a certificate names. */
export interface Subject {
  readonly name: string;
  readonly groups?: readonly string[];
}

const EXTENSIONS = `basicConstraints=CA:FALSE
keyUsage=digitalSignature
extendedKeyUsage=serverAuth,clientAuth
subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default.svc`;

/** Makes an authority whose files lie in `folder`. */
export async function createAuthority(folder: string, name: string): Promise<Authority> {
  const [keyFile, certFile] = [`${folder}/${name}.key`, `${folder}/${name}.crt`];
  // deno-fmt-ignore
  await openssl(
    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
    "-days", "30", "-subj", `/CN=${name}`, "-keyout", keyFile, "-out", certFile,
  );
  return {
    ...await readPair(certFile, keyFile),
    async issue({ name: user, groups = [] }) {
      const file = `${folder}/${crypto.randomUUID()}`;
      const subject = `${groups.map((group) => `/O=${group}`).join("")}/CN=${user}`;
      await Deno.writeTextFile(`${file}.ext`, EXTENSIONS);
      // deno-fmt-ignore
      await openssl(
        "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-subj", subject, "-keyout", `${file}.key`, "-out", `${file}.csr`,
      );
      // deno-fmt-ignore
      await openssl(
        "x509", "-req", "-in", `${file}.csr`, "-CA", certFile, "-CAkey", keyFile,
        "-CAcreateserial", "-days", "30", "-extfile", `${file}.ext`, "-out", `${file}.crt`,
      );
      return await readPair(`${file}.crt`, `${file}.key`);
    },
  };
}

async function readPair(cert: string, key: string): Promise<KeyPair> {
  return { cert: await Deno.readTextFile(cert), key: await Deno.readTextFile(key) };
}

async function openssl(...args: string[]): Promise<void> {
  await run("certificates", "openssl", args);
}
