#include "ui/history/name_version_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace trestle {

namespace {

constexpr int kLongestName = 80;

}

NameVersionDialog::NameVersionDialog(const QString& version, const QString& name, const QStringList& taken,
                                     QWidget* parent)
    : FormDialog(QStringLiteral("nameVersionDialog"), tr("Name a version"),
                 tr("A version with a name is kept for good, and can be compared with later: “%1”.").arg(version),
                 parent),
      m_name(new QLineEdit(name, this)), m_taken(taken)
{
    m_name->setMaxLength(kLongestName);
    m_name->setPlaceholderText(tr("Sent to investors on 3 December"));
    addField(tr("&Name"), m_name, QStringLiteral("versionName"));
    m_name->selectAll();
    form()->labelForField(m_name)->setObjectName(QStringLiteral("versionNameLabel"));
    for (const auto which : {QDialogButtonBox::Ok, QDialogButtonBox::Cancel})
        buttons()->button(which)->setObjectName(which == QDialogButtonBox::Ok ? QStringLiteral("versionNameOk")
                                                                              : QStringLiteral("versionNameCancel"));
}

QString NameVersionDialog::name() const
{
    return m_name->text().simplified();
}

void NameVersionDialog::accept()
{
    if (name().isEmpty())
        complain(tr("Enter a name."));
    else if (m_taken.contains(name()))
        complain(tr("Another version is called that; choose another name."));
    else
        QDialog::accept();
}

} // namespace trestle
