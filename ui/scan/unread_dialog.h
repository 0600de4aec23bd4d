#pragma once

#include "data/scanner/scan.h"
#include "ui/dialogs/form_dialog.h"

namespace trestle {

/// The files and folders that a scan did not read, and why.
class UnreadDialog : public FormDialog {
    Q_OBJECT
public:
    explicit UnreadDialog(const Scan& scan, QWidget* parent = nullptr);
};

} // namespace trestle
