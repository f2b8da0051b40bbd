/** Reads the descriptors that generated Go code carries. @module */
import protobuf from "protobufjs";

/** A field of a message. */
export interface FieldDescriptor {
  /** Name in snake_case. */
  readonly name: string;
  /** Full name of the message that it holds; `""` for scalars and enums. */
  readonly message: string;
}

/** A message with its fields in the order of declaration. */
export interface MessageDescriptor {
  /** Full name. */
  readonly name: string;
  /** The fields. */
  readonly fields: readonly FieldDescriptor[];
  /** Whether it is the entry of a map. */
  readonly isMapEntry: boolean;
}

const RAW = /_rawDesc = ""((?: \+\n\t"(?:[^"\\]|\\.)*")+)/;

/** The messages of one `.pb.go` file; none where it carries no descriptor. */
export function readGoDescriptors(source: string): MessageDescriptor[] {
  const literals = RAW.exec(source)?.[1];
  if (literals === undefined) return [];
  const bytes = [...literals.matchAll(/\n\t"((?:[^"\\]|\\.)*)"/g)].flatMap(([, text]) =>
    unquoted(text ?? "")
  );
  const file = fieldsOf(new Uint8Array(bytes));
  const scope = textOf(file.get(2)?.[0]);
  return (file.get(4) ?? []).flatMap((message) => readMessage(message, scope));
}

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "\\": 92,
};

/** The bytes of a Go string literal. */
function unquoted(literal: string): number[] {
  const encoder = new TextEncoder();
  return [...literal.matchAll(/\\x(..)|\\u(....)|\\([0-7]{3})|\\(.)|([^\\]+)/gs)].flatMap(
    ([, byte, unicode, octal, escape, plain]) => {
      if (byte !== undefined) return [parseInt(byte, 16)];
      if (unicode !== undefined) {
        return [...encoder.encode(String.fromCharCode(parseInt(unicode, 16)))];
      }
      if (octal !== undefined) return [parseInt(octal, 8)];
      return escape === undefined ? [...encoder.encode(plain)] : [ESCAPES[escape] ?? 0];
    },
  );
}

type Value = number | Uint8Array;

/** `FileDescriptorProto` and its parts have only numbers and bytes. */
function fieldsOf(bytes: Uint8Array): Map<number, Value[]> {
  const reader = protobuf.Reader.create(bytes);
  const fields = new Map<number, Value[]>();
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const [number, wireType] = [tag >>> 3, tag & 7];
    if (wireType !== 0 && wireType !== 2) {
      reader.skipType(wireType);
      continue;
    }
    const value = wireType === 0 ? Number(reader.uint64()) : reader.bytes();
    const values = fields.get(number);
    if (values === undefined) fields.set(number, [value]);
    else values.push(value);
  }
  return fields;
}

function readMessage(value: Value, scope: string): MessageDescriptor[] {
  const message = fieldsOf(bytesOf(value));
  const name = `${scope}.${textOf(message.get(1)?.[0])}`;
  const options = fieldsOf(bytesOf(message.get(7)?.[0]));
  const fields = (message.get(2) ?? []).map((each) => {
    const field = fieldsOf(bytesOf(each));
    const isMessage = field.get(5)?.[0] === 11;
    const type = textOf(field.get(6)?.[0]).slice(1);
    return { name: textOf(field.get(1)?.[0]), message: isMessage ? type : "" };
  });
  return [
    { name, fields, isMapEntry: options.get(7)?.[0] === 1 },
    ...(message.get(3) ?? []).flatMap((nested) => readMessage(nested, name)),
  ];
}

function bytesOf(value: Value | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

function textOf(value: Value | undefined): string {
  return new TextDecoder().decode(bytesOf(value));
}
