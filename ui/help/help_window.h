#pragma once

#include "ui/help/guide.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QUrl;

namespace trestle {

class GuideView;

/// The guide in a window of its own beside the plan's: contents, a page, words to find, and the way back.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    using OpenOutside = std::function<bool(const QUrl& url)>;
    explicit HelpWindow(OpenOutside openOutside, QWidget* parent = nullptr);

    void showPlace(const guide::Place& place);
    [[nodiscard]] QString page() const;

private:
    void go(const guide::Place& place);
    void step(int by);
    void filter(const QString& words);
    void findNext();
    void refresh();

    OpenOutside m_openOutside;
    QLineEdit* m_find;
    QLabel* m_none;
    QListWidget* m_contents;
    GuideView* m_view;
    QPushButton* m_back;
    QPushButton* m_forward;
    QStringList m_trail; ///< places that were shown
    qsizetype m_at = -1;
};

} // namespace trestle
