#pragma once

#include "models/catalogue_edit.h"

#include <QObject>
#include <QString>

#include <functional>

namespace trestle {

class PlanDocument;

/// The edits of the catalogue window: each is tried on a copy first, so that what is wrong is said where it was typed,
/// and asked about where it takes ticks, notes or estimates along. What is right is one edit of the plan.
class CatalogueEdits : public QObject {
    Q_OBJECT
public:
    using Change = std::function<Result<void>(CatalogueEditor&)>;

    CatalogueEdits(PlanDocument& document, QWidget* window);

    [[nodiscard]] PlanDocument& document() const { return m_document; }
    /// Why the user changes what they change, for each figure; empty: the day is the reason.
    void setNote(const QString& note) { m_note = note; }
    [[nodiscard]] std::string note() const;

    /// What is wrong with an edit, in words; empty: nothing. Told as problemFound too.
    QString problem(const Change& change);
    bool apply(const QString& label, const Change& change);

Q_SIGNALS:
    void problemFound(const QString& problem); ///< empty: there is none any more

private:
    PlanDocument& m_document;
    QWidget* m_window;
    QString m_note;
};

} // namespace trestle
