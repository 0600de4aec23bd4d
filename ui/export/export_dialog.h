#pragma once

#include "ui/dialogs/form_dialog.h"
#include "ui/export/logo_field.h"
#include "ui/report/export_wish.h"

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace trestle {

class FormatList;
class PageChecks;
class PlanDocument;
class Segments;
struct ExportFormat;

/// What is to be written, for whom, and how it is to look. Each format is asked only for what it takes.
class ExportDialog : public FormDialog {
    Q_OBJECT
public:
    struct Needs {
        PlanDocument& document;
        const std::vector<ExportFormat>& formats;
        AskFileToOpen fileToOpen;
        /// Asks where to, and begins; false: it was cancelled, and the dialog stays.
        std::function<bool(const ExportWish& wish, QWidget* parent)> write;
    };

    ExportDialog(Needs needs, const ExportWish& first, QWidget* parent = nullptr);

    [[nodiscard]] ExportWish wish() const;
    void accept() override;

private:
    void addAudience(Audience first);
    void addScenarios(const QString& first);
    void addLook(const ExportWish& first);
    void addLetterhead(const ExportWish& first);
    void fillCharts();
    /// For other readers, or another format.
    void follow();

    Needs m_needs;
    Segments* m_audience;
    QLabel* m_audienceLine;
    FormatList* m_format;
    QComboBox* m_scenario;
    QComboBox* m_chart;
    PageChecks* m_pages;
    QComboBox* m_paper;
    QComboBox* m_scale;
    QComboBox* m_separator;
    bool m_gstWished = false; ///< for plans that leave the choice
    QCheckBox* m_gst;
    QLineEdit* m_company;
    QLineEdit* m_preparedBy;
    QPlainTextEdit* m_note;
    LogoField* m_logo;
};

} // namespace trestle
