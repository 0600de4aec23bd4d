#pragma once

#include "ui/dialogs/form_dialog.h"

class QLineEdit;

namespace trestle {

/// Asks what a version is to be called.
class NameVersionDialog : public FormDialog {
    Q_OBJECT
public:
    /// `version` says which one; `name` is what it is called so far; `taken` are the names of others.
    NameVersionDialog(const QString& version, const QString& name, const QStringList& taken, QWidget* parent = nullptr);

    [[nodiscard]] QString name() const;
    void accept() override;

private:
    QLineEdit* m_name;
    QStringList m_taken;
};

} // namespace trestle
