#pragma once

#include <QString>
#include <QStringList>

namespace trestle {

/// The plans in which an offer was answered, as short signs, to be kept between sessions: the latest few hundred.
class AnsweredPlans {
public:
    [[nodiscard]] const QStringList& signs() const { return m_signs; }
    void setSigns(const QStringList& signs) { m_signs = signs; }

    /// `plan` is the path of its file, with what was offered where that may be several things.
    [[nodiscard]] bool holds(const QString& plan) const;
    void add(const QString& plan);

private:
    QStringList m_signs;
};

} // namespace trestle
