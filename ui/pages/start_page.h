#pragma once

#include "ui/settings.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace trestle {

class Banner;
class Card;

/// What the window shows without a plan: the first step in words, ways to begin, and recent plans.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    /// What could not be done.
    void tell(const QString& text);
    void setRecent(const QList<RecentPlan>& plans);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void sampleWanted();
    void recentWanted(const QString& path);
    void forgetWanted(const QString& path);

private:
    QWidget* makeBeginning();
    QWidget* makeRecent(const RecentPlan& plan, int number);

    Banner* m_news;
    QWidget* m_recentCard;
    QVBoxLayout* m_recentRows;
};

} // namespace trestle
