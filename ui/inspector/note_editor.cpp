#include "ui/inspector/note_editor.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/private_note_hint.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr int kNoteHeight = 64;
constexpr int kLongestOwner = 200;
constexpr qsizetype kLongestNote = 20000; // a pasted log file is no note

/// An entry that says nothing more is taken out, so that undoing by hand leaves no trace.
void dropIfEmpty(Inputs& inputs, const std::string& id)
{
    if (const auto entry = inputs.items.find(id); entry != inputs.items.end() && entry->second == ItemInput{})
        inputs.items.erase(entry);
}

} // namespace

NoteEditor::NoteEditor(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_ownerLabel(new QLabel(tr("Owner"), this)), m_owner(new QLineEdit(this)),
      m_note(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("noteEditor"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_owner->setObjectName(QStringLiteral("ownerField"));
    m_owner->setAccessibleName(tr("Owner"));
    m_owner->setPlaceholderText(tr("Who sees to it"));
    m_owner->setMaxLength(kLongestOwner);
    m_note->setObjectName(QStringLiteral("noteField"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Ticket, decision, what is still open…"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(kNoteHeight);
    auto* noteLabel = new QLabel(tr("Note"), this);
    for (QLabel* label : {m_ownerLabel, noteLabel})
        label->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    layout->addWidget(m_ownerLabel);
    layout->addWidget(m_owner);
    layout->addWidget(noteLabel);
    layout->addWidget(m_note);
    layout->addWidget(privateNoteHint(this));

    connect(m_note, &QPlainTextEdit::textChanged, this, &NoteEditor::storeNote);
    connect(m_owner, &QLineEdit::textEdited, this, &NoteEditor::storeOwner);
    connect(&document, &PlanDocument::planChanged, this, &NoteEditor::refresh);
}

void NoteEditor::setNode(const QString& id)
{
    m_node = id;
    m_isItem = findItem(m_document.catalogue(), format::utf8(id)) != nullptr;
    m_ownerLabel->setVisible(m_isItem);
    m_owner->setVisible(m_isItem);
    refresh();
}

void NoteEditor::refresh()
{
    const Inputs& inputs = m_document.inputs();
    const std::string id = format::utf8(m_node);
    QString note;
    QString owner;
    if (m_isItem) {
        if (const auto entry = inputs.items.find(id); entry != inputs.items.end()) {
            note = format::raw(entry->second.note);
            owner = format::raw(entry->second.owner);
        }
    } else if (const auto entry = inputs.phaseNotes.find(id); entry != inputs.phaseNotes.end()) {
        note = format::raw(entry->second);
    }
    m_filling = true; // setting the same text again would throw the cursor to the start
    if (m_note->toPlainText() != note)
        m_note->setPlainText(note);
    if (m_owner->text() != owner)
        m_owner->setText(owner);
    m_filling = false;
}

void NoteEditor::storeNote()
{
    if (m_filling || m_node.isEmpty())
        return;
    if (m_note->toPlainText().size() > kLongestNote) {
        m_filling = true;
        m_note->setPlainText(m_note->toPlainText().left(kLongestNote));
        m_note->moveCursor(QTextCursor::End);
        m_filling = false;
    }
    const std::string id = format::utf8(m_node);
    const std::string note = format::utf8(m_note->toPlainText());
    m_document.edit(
        tr("Note on %1").arg(wording::nodeTitle(m_document.plan(), id)),
        [&](Inputs& inputs) {
            if (m_isItem) {
                inputs.items[id].note = note;
                dropIfEmpty(inputs, id);
            } else if (note.empty()) {
                inputs.phaseNotes.erase(id);
            } else {
                inputs.phaseNotes[id] = note;
            }
        },
        QStringLiteral("note:") + m_node);
}

void NoteEditor::storeOwner()
{
    if (m_filling || !m_isItem)
        return;
    const std::string id = format::utf8(m_node);
    const std::string owner = format::utf8(m_owner->text());
    m_document.edit(
        tr("Owner of %1").arg(wording::nodeTitle(m_document.plan(), id)),
        [&](Inputs& inputs) {
            inputs.items[id].owner = owner;
            dropIfEmpty(inputs, id);
        },
        QStringLiteral("owner:") + m_node);
}

} // namespace trestle
