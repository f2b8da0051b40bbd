/** Carries out the fixes of findings in files, and leaves all else as it is. @module */
export * from "./apply_fixes.ts";
export * from "./diff.ts";
export * from "./edit_document.ts";
export * from "./fix_files.ts";
export * from "./fix_once.ts";
export * from "./mesh_objects.ts";
export { patched } from "./json_patch.ts";
export * from "./object_file.ts";
export * from "./read_report.ts";
export * from "./report.ts";
export { isKept, refIn, undoOf, valueOf } from "./undo.ts";
