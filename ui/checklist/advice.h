#pragma once

#include "models/plan.h"

#include <QStringList>
#include <QWidget>

namespace trestle {

class PlanDocument;

/// What the answers to the profile questions call for: the warning about planning for too many users, the reminder to
/// validate first, the advice to keep it simple. In the catalogue's words.
QStringList adviceFor(const Plan& plan);

/// The advice in calm boxes under the questions; gone when there is none.
class Advice : public QWidget {
    Q_OBJECT
public:
    explicit Advice(PlanDocument& document, QWidget* parent = nullptr);

private:
    void refresh();

    PlanDocument& m_document;
    QStringList m_shown;
};

} // namespace trestle
