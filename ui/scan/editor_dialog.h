#pragma once

#include "ui/dialogs/form_dialog.h"

class QLineEdit;

namespace trestle {

class Settings;

/// In which program a place in the source opens.
class EditorDialog : public FormDialog {
    Q_OBJECT
public:
    explicit EditorDialog(Settings& settings, QWidget* parent = nullptr);
    void accept() override;

private:
    Settings& m_settings;
    QLineEdit* m_pattern;
};

} // namespace trestle
