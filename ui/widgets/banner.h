#pragma once

#include "ui/widgets/announcer.h"

#include <QFrame>
#include <QString>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace trestle {

/// A calm line of news above what it concerns: what happened, and what can be done about it. Read out by screen
/// readers when it appears.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(const QString& name, QWidget* parent = nullptr);

    void tell(const QString& text);
    void clear();
    [[nodiscard]] QString text() const;
    /// A button after the text; its text stays while the banner does.
    void addAction(const QString& name, const QString& text, const std::function<void()>& action);
    /// A button that clears the banner.
    void setDismissable();
    /// A cross at the top right, for what is advice and no news.
    void addCross(const QString& name, const QString& purpose, const std::function<void()>& close);
    /// In quiet colours: news that is no warning.
    void setCalm();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_label;
    QHBoxLayout* m_row;
    Announcer m_announcer;
    bool m_calm = false;
};

} // namespace trestle
