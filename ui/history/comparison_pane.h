#pragma once

#include "ui/history/comparison_words.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace trestle {

class Segments;

/// "What changed since …" below the history: figures side by side and every change, to read, to copy and to save; or
/// the same two versions as a change order, for the client.
class ComparisonPane : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonPane(QWidget* parent = nullptr);

    /// While two versions are being read and simulated.
    void showBusy(const QString& title);
    void showWords(const ComparisonWords& words);
    void showProblem(const QString& text);
    /// Whether the change order is wanted in place of all changes.
    [[nodiscard]] bool wantsOrder() const;
    [[nodiscard]] const std::optional<ComparisonWords>& words() const { return m_words; }

Q_SIGNALS:
    void closed();
    void saveWanted();
    void viewChanged(); ///< see wantsOrder()

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void render();
    void copy();
    void enableActions();

    std::optional<ComparisonWords> m_words;
    QLabel* m_title;
    Segments* m_views;
    QPushButton* m_copy;
    QPushButton* m_save;
    QTextBrowser* m_text;
};

} // namespace trestle
