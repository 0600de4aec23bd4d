#pragma once

#include <QProgressDialog>

namespace trestle {

/// Tells how far a file is that takes longer than a moment, and lets the user cancel it.
class ExportProgress : public QProgressDialog {
    Q_OBJECT
public:
    explicit ExportProgress(QWidget* window);

    void showPart(double part); ///< 0 to 1
};

} // namespace trestle
