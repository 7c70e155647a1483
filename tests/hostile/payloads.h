/* SPDX-License-Identifier: MIT */
/*
 * Text that attacks a sink: HTML, XML, CSV in a spreadsheet, the terminal, a shell, Terraform, our own
 * templates, SQL, or the reader's eyes. Each stands in every place of an export that holds free text. To
 * add one, append it here; no other file has to know.
 */
#ifndef FARGAUGE_TESTS_HOSTILE_PAYLOADS_H
#define FARGAUGE_TESTS_HOSTILE_PAYLOADS_H

static const char *const payloads[] = {
    /* markup */
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)' x='",
    "' \" & < >",
    "]]>",
    "<![CDATA[ &amp; &#x41; &lt; &nbsp",
    "--><!-- <?x y?>",
    "</pre></code></td></table><h1>hello",
    "javascript:alert(1)",
    "<style>*{display:none}</style>",
    /* characters that are not seen, or move others */
    "esc\033[31mred\033]0;title\007bell",
    "c1\xC2\x85next\xC2\x9b" "csi\x7f" "del",
    "rlo\u202eevil\u2066iso\u2069pdf\u202c",
    "mark\u200e\u200f\u061c",
    "zero\u200bwidth\u2060join",
    "bom\ufeff",
    ("non\ufffe\uffff\ufdd0" "character"),
    "line\u2028para\u2029",
    "tag\U000e0041",
    "twin\u202e",
    "twin\\u202E", /* what the one before is shown as */
    "soft\u00adhyphen",
    /* characters that are only unusual */
    "emoji \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u0301combining first",
    "e\u0301\u0301\u0301\u0301\u0301\u0301",
    "\u65e5\u672c\u8a9e\u306e\u540d\u524d",
    /* spreadsheets */
    "=1+2",
    "=cmd|'-C calc'!A1",
    "+1",
    "-1",
    "@SUM(1)",
    "\ttab",
    "\rcarriage return",
    "\nline feed",
    "\uff1dfullwidth",
    "'apostrophe",
    "comma, \"quote\" ; semicolon",
    "cell;=1+2;cell", /* where semicolons separate */
    "cell; \"=1+2",
    "line\n=1+2",
    " =1+2",
    "\"=1+2\"",
    /* shells */
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned;",
    "one\ntouch pwned\ntwo",
    "'; touch pwned; '",
    "\"; touch pwned; \"",
    "$HOME ${PATH}",
    "a'b'\\''c",
    "back\\slash\\",
    "*?[a-z]",
    "~",
    "#comment",
    "!history",
    "a && touch pwned || touch pwned & touch pwned",
    "> pwned",
    "-leading",
    "--force",
    " spaces at the ends ",
    "two  spaces",
    "two spaces",
    /* Terraform */
    "${file(\"pwned\")}",
    "%{if true}x%{endif}",
    "$${x} %%{x}",
    /* our own templates and messages */
    "{name}",
    "{{x}}",
    "{message} {subject} {actual} {expected}",
    "{source|shell}",
    "fg:text",
    /* Markdown, and what its viewers look for in text */
    "[link](https://evil.example/)",
    "![image](https://evil.example/x.png)",
    "<https://evil.example/> www.evil.example evil.example",
    "**bold** _em_ __strong__ ~~gone~~ `code``",
    "# heading",
    "1. one",
    "- [ ] task",
    "| a | b \\| c \\\\| d",
    "@octocat \\|",
    "@octocat #12 !34 &56 :smile: deadbeef GH-78 me@evil.example",
    "[ref]: https://evil.example/",
    "&lt;b&gt; &#64;octocat",
    /* SARIF's messages */
    "{0} [here](1) {{x}} \\[y](2)",
    /* paths, pointers, SQL, formats */
    "~0~1",
    "..",
    "a.b.c",
    "'; drop table source; --",
    "%s%n%99d",
    "\\u202e",
};

enum { PAYLOADS = sizeof payloads / sizeof payloads[0] };

#endif
