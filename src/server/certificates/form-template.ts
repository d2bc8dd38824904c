/**
 * Tests on paper as a Typst program: questions with an answer sheet, or the key. What differs comes as one JSON text in
 * `sys.inputs`, so that no author's text is ever read as Typst; pictures are files by their names.
 */
export const formTemplate = String.raw`
#let d = json(bytes(sys.inputs.data))
#let w = d.words
#let khmer = d.locale == "km"
// Khmer letters are small for their size.
#let base = (if d.large { 17pt } else { 11pt }) * (if khmer { 1.14 } else { 1 })
#let rule = 0.6pt + rgb("#6F7A73")
#set document(title: d.title)
#set text(
  font: ("Be Vietnam Pro", "Battambang"), fallback: false, lang: d.locale, size: base, hyphenate: false,
  fill: rgb("#1D2B27"),
)
#set par(leading: if khmer { 0.95em } else { 0.68em }, spacing: 0.9em, justify: false)

// A tree of content: what stands in a block stands on its own, all else runs on.
#let nodes(all) = for one in all {
  if type(one) == str { one } else {
    let n = one.name
    // The children of lists and tables are lists of trees.
    let inner = if n in ("ul", "ol", "table") { none } else { nodes(one.at("children", default: ())) }
    if n == "strong" { strong(inner) }
    else if n == "em" { emph(inner) }
    else if n == "u" { underline(inner) }
    else if n == "del" { strike(inner) }
    else if n == "sup" { super(inner) }
    else if n == "sub" { sub(inner) }
    else if n == "br" { linebreak() }
    else if n == "hr" { line(length: 100%, stroke: rule) }
    else if n == "ul" { list(..one.children.map(it => nodes(it))) }
    else if n == "ol" { enum(..one.children.map(it => nodes(it))) }
    else if n == "table" { table(columns: one.columns, stroke: rule, inset: 0.4em, ..one.children.map(it => nodes(it))) }
    else if n == "picture" { block(image(one.file, alt: one.alt, width: one.width * 1mm)) }
    else if n == "box" { block(width: 100%, stroke: (left: 2pt + rgb("#0B6B4F")), inset: (left: 0.8em, y: 0.2em), inner) }
    else if n == "block" { block(inner) }
    else { inner }
  }
}

#let tick = box(width: 1.05em, height: 1.05em, stroke: 0.9pt, radius: 1.5pt, baseline: 0.18em)
#let cell = box(width: 1.9em, height: 1.9em, stroke: 0.9pt, radius: 2pt, baseline: 0.6em)
#let writing = block(width: 100%, height: 1.9em, stroke: (bottom: (paint: rgb("#52605B"), thickness: 0.8pt, dash: "dotted")))

#let lettered(all, columns: 1) = grid(
  columns: (1fr,) * columns, column-gutter: 1.2em, row-gutter: 0.75em,
  ..all.map(it => grid(columns: (1.6em, 1fr), strong(it.mark + "."), nodes(it.content))),
)

#let question(q) = block(width: 100%, above: 1.4em, {
  if q.case != none {
    block(width: 100%, fill: rgb("#F3EFE4"), inset: 0.8em, radius: 4pt, { strong(q.case.title); parbreak(); nodes(q.case.content) })
  }
  block(breakable: false, {
    grid(columns: (2em, 1fr), strong(str(q.n) + "."), {
      strong(q.title)
      if q.body.len() > 0 { parbreak(); nodes(q.body) }
      parbreak()
      text(0.9em, fill: rgb("#52605B"), q.how)
      if q.options.len() > 0 { v(0.2em); lettered(q.options) }
      if q.rows.len() > 0 { v(0.2em); lettered(q.rows) }
      if q.targets.len() > 0 {
        v(0.2em)
        block(stroke: rule, radius: 4pt, inset: 0.7em, width: 100%, lettered(q.targets))
      }
      for one in q.choices { v(0.2em); strong("(" + one.mark + ")"); h(0.6em); for c in one.options { strong(c.mark + "."); h(0.3em); nodes(c.content); h(1.1em) } }
    })
  })
})

#let answer(q) = {
  if q.answer.kind == "letters" {
    for letter in q.answer.letters { box({ letter; h(0.25em); tick }); h(1em) }
  } else if q.answer.kind == "rows" {
    for mark in q.answer.letters { box({ text(0.85em, mark); h(0.2em); cell }); h(0.6em) }
  } else {
    for mark in q.answer.letters {
      let said = if q.answer.letters.len() > 1 { text(0.85em, "(" + mark + ")") }
      grid(columns: (auto, 1fr), column-gutter: 0.4em, align: bottom, said, writing)
    }
  }
}

#let field(label, width: 1fr) = grid(columns: (auto, width), column-gutter: 0.5em, align: bottom, label, writing)
#let fields(form) = {
  field(w.name)
  v(0.2em)
  grid(columns: (1.3fr, 1fr), column-gutter: 1.2em, field(w.person), field(w.date))
}
#let head(form, what) = grid(
  columns: (1fr, auto), column-gutter: 1em, align: (left + top, right + top),
  { text(1.35em, weight: 700, form.title); if what != none { linebreak(); text(1.1em, what) } },
  { text(0.85em, w.number); linebreak(); text(1.5em, weight: 700, form.number) },
)

#set page(paper: "a4", margin: (x: 18mm, top: 16mm, bottom: 18mm))
#for (at, form) in d.forms.enumerate() {
  set page(footer: context grid(
    columns: (1fr, auto), text(0.8em, w.number + " " + form.number), text(0.8em, w.page + " " + counter(page).display()),
  ))
  if at > 0 { pagebreak() }
  counter(page).update(1)
  if d.key {
    head(form, w.key)
    text(fill: rgb("#B4235A"), w.keyHow)
    table(
      columns: (auto, auto, 1fr, auto), stroke: rule, inset: 0.5em,
      table.header(w.question, w.right, [], w.points),
      ..form.questions.map(q => (str(q.n), strong(q.right), q.rightWords, q.points)).flatten(),
    )
  } else {
    head(form, none)
    fields(form)
    for q in form.questions { question(q) }
    pagebreak()
    head(form, w.answerSheet)
    fields(form)
    text(0.9em, w.answerHow)
    for q in form.questions {
      block(breakable: false, width: 100%, above: 0.9em, grid(columns: (2.2em, 1fr), strong(str(q.n) + "."), answer(q)))
    }
  }
}
`;
