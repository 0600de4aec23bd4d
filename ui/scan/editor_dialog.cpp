#include "ui/scan/editor_dialog.h"

#include "ui/base/settings.h"

#include <QLineEdit>

namespace trestle {

EditorDialog::EditorDialog(Settings& settings, QWidget* parent)
    : FormDialog(
          QStringLiteral("editorDialog"), tr("Open evidence with"),
          tr("The command that opens a file of the prototype, with {file} and {line} where they go. Without one, "
             "the desktop's own program for the file opens it."),
          parent),
      m_settings(settings), m_pattern(new QLineEdit(settings.text(keys::openEvidence), this))
{
    m_pattern->setPlaceholderText(QStringLiteral("code -g {file}:{line}"));
    m_pattern->setMinimumWidth(320);
    addField(tr("&Command"), m_pattern, QStringLiteral("editorPattern"));
}

void EditorDialog::accept()
{
    m_settings.setText(keys::openEvidence, m_pattern->text().trimmed());
    FormDialog::accept();
}

} // namespace trestle
