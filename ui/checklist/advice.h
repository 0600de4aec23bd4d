#pragma once

#include "models/plan/plan.h"

#include <QStringList>
#include <QWidget>

namespace trestle {

class Banner;
class PlanDocument;

/// What the answers to the profile questions call for: the warning about planning for too many users, the reminder to
/// validate first, the advice to keep it simple. In the catalogue's words.
QStringList adviceFor(const Plan& plan);

/// The advice in one calm box under the questions, until it is closed: what was closed does not come back in this plan,
/// other advice does.
class Advice : public QWidget {
    Q_OBJECT
public:
    explicit Advice(PlanDocument& document, QWidget* parent = nullptr);

    /// Short signs of the advice that was closed, each with its plan; to be kept between sessions.
    [[nodiscard]] QStringList closed() const { return m_closed; }
    void setClosed(const QStringList& closed);

private:
    void refresh();
    void close();
    [[nodiscard]] QString signOf(const QString& advice) const;

    PlanDocument& m_document;
    Banner* m_box;
    QStringList m_shown;
    QStringList m_closed;
};

} // namespace trestle
